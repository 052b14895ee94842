export const LANGUAGES = ['da', 'sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * Roles within one municipality; they add up, and nothing is allowed that no role grants. `council`: speaks for the
 * council or for one of its advisory councils; a badge beside the name, and no more rights than a resident's.
 */
export const ROLES = ['resident', 'council', 'moderator', 'staff', 'administrator'] as const;
export type Role = (typeof ROLES)[number];
