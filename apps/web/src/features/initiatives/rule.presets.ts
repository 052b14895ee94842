/** Schemes of the two countries that fit a threshold and a window; each fills in the form and can be changed. */
export const RULE_PRESETS = [
  { key: 'horsholm', threshold: 100, windowDays: 90 },
  { key: 'gladsaxe', threshold: 400, windowDays: 180 },
  { key: 'national', threshold: 50_000, windowDays: 180 },
  { key: 'malmo', threshold: 100, windowDays: 180 },
  { key: 'medborgarforslag', threshold: 1, windowDays: 365 },
] as const;
