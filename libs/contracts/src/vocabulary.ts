export const LANGUAGES = ['da', 'sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Roles within one municipality; they add up, and nothing is allowed that no role grants. */
export const ROLES = ['resident', 'moderator', 'staff', 'administrator'] as const;
export type Role = (typeof ROLES)[number];
