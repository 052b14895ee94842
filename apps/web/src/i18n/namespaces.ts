/** One line per feature: with it, a key that does not exist fails the type check. Danish leads; a test compares the rest. */
export interface Namespaces {
  accessibility: typeof import('./da/accessibility.json', { with: { type: 'json' } });
  'action-plans': typeof import('./da/action-plans.json', { with: { type: 'json' } });
  'action-plans-staff': typeof import('./da/action-plans-staff.json', { with: { type: 'json' } });
  administration: typeof import('./da/administration.json', { with: { type: 'json' } });
  app: typeof import('./da/app.json', { with: { type: 'json' } });
  arguments: typeof import('./da/arguments.json', { with: { type: 'json' } });
  attachments: typeof import('./da/attachments.json', { with: { type: 'json' } });
  'contribution-rules': typeof import('./da/contribution-rules.json', { with: { type: 'json' } });
  discussions: typeof import('./da/discussions.json', { with: { type: 'json' } });
  'discussions-staff': typeof import('./da/discussions-staff.json', { with: { type: 'json' } });
  'discussions-writing': typeof import('./da/discussions-writing.json', { with: { type: 'json' } });
  districts: typeof import('./da/districts.json', { with: { type: 'json' } });
  following: typeof import('./da/following.json', { with: { type: 'json' } });
  held: typeof import('./da/held.json', { with: { type: 'json' } });
  identity: typeof import('./da/identity.json', { with: { type: 'json' } });
  insights: typeof import('./da/insights.json', { with: { type: 'json' } });
  involvement: typeof import('./da/involvement.json', { with: { type: 'json' } });
  'involvement-staff': typeof import('./da/involvement-staff.json', { with: { type: 'json' } });
  'initiative-life': typeof import('./da/initiative-life.json', { with: { type: 'json' } });
  'initiative-cases': typeof import('./da/initiative-cases.json', { with: { type: 'json' } });
  'initiative-rule': typeof import('./da/initiative-rule.json', { with: { type: 'json' } });
  initiatives: typeof import('./da/initiatives.json', { with: { type: 'json' } });
  merging: typeof import('./da/merging.json', { with: { type: 'json' } });
  'moderation-admin': typeof import('./da/moderation-admin.json', { with: { type: 'json' } });
  moderation: typeof import('./da/moderation.json', { with: { type: 'json' } });
  imports: typeof import('./da/imports.json', { with: { type: 'json' } });
  municipalities: typeof import('./da/municipalities.json', { with: { type: 'json' } });
  notifications: typeof import('./da/notifications.json', { with: { type: 'json' } });
  outbox: typeof import('./da/outbox.json', { with: { type: 'json' } });
  paper: typeof import('./da/paper.json', { with: { type: 'json' } });
  password: typeof import('./da/password.json', { with: { type: 'json' } });
  'personal-data': typeof import('./da/personal-data.json', { with: { type: 'json' } });
  policies: typeof import('./da/policies.json', { with: { type: 'json' } });
  'proposal-steps': typeof import('./da/proposal-steps.json', { with: { type: 'json' } });
  proposing: typeof import('./da/proposing.json', { with: { type: 'json' } });
  records: typeof import('./da/records.json', { with: { type: 'json' } });
  redress: typeof import('./da/redress.json', { with: { type: 'json' } });
  'redress-staff': typeof import('./da/redress-staff.json', { with: { type: 'json' } });
  transparency: typeof import('./da/transparency.json', { with: { type: 'json' } });
  unsubscribe: typeof import('./da/unsubscribe.json', { with: { type: 'json' } });
  scheme: typeof import('./da/scheme.json', { with: { type: 'json' } });
  search: typeof import('./da/search.json', { with: { type: 'json' } });
  residence: typeof import('./da/residence.json', { with: { type: 'json' } });
  reports: typeof import('./da/reports.json', { with: { type: 'json' } });
  votes: typeof import('./da/votes.json', { with: { type: 'json' } });
  'votes-staff': typeof import('./da/votes-staff.json', { with: { type: 'json' } });
  waiting: typeof import('./da/waiting.json', { with: { type: 'json' } });
}

export type Namespace = keyof Namespaces;

/** "signIn.title"; the forms of a plural ("left_one", "left_other") are one key ("left"). */
type KeysOf<Messages> = {
  [Key in keyof Messages & string]: Messages[Key] extends string
    ? Key extends `${infer Stem}_${'zero' | 'one' | 'other'}`
      ? Stem
      : Key
    : `${Key}.${KeysOf<Messages[Key]>}`;
}[keyof Messages & string];

/** A key of one's own namespace, or another's: "app:close". */
export type MessageKey<Own extends Namespace> =
  KeysOf<Namespaces[Own]> | { [Name in Namespace]: `${Name}:${KeysOf<Namespaces[Name]>}` }[Namespace];
