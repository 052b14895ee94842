import type { NotificationKind } from './notification.entity.js';

export const MAIL_PACES = ['at-once', 'daily', 'weekly', 'never'] as const;
export type MailPace = (typeof MAIL_PACES)[number];

export const MAIL_GROUPS = ['answers', 'outcomes', 'decisions', 'followed'] as const;
export type MailGroup = (typeof MAIL_GROUPS)[number];

/**
 * What people expect who have changed nothing. Somebody who speaks to you expects an answer, and a decision about your
 * contribution begins the time in which you can complain: both at once. What the municipality does with your
 * contributions comes in bursts, when staff sort an afternoon's input: once a day. What you follow is talk among
 * others: once a week.
 */
export const DEFAULT_PACES: Record<MailGroup, MailPace> = {
  answers: 'at-once',
  outcomes: 'daily',
  decisions: 'at-once',
  followed: 'weekly',
};

const GROUP_OF_KIND: Record<NotificationKind, MailGroup> = {
  'comment-answered': 'answers',
  mentioned: 'answers',
  'contribution-hidden': 'decisions',
  'contribution-restored': 'decisions',
  'contribution-published': 'decisions',
  'contribution-held': 'decisions',
  'contribution-edited': 'decisions',
  'contribution-moved': 'decisions',
  'report-answered': 'decisions',
  'appeal-decided': 'decisions',
  'hearing-opened': 'decisions',
  'restriction-decided': 'decisions',
  'restriction-ended': 'decisions',
  'input-linked': 'outcomes',
  'theme-answered': 'outcomes',
  'input-planned': 'outcomes',
  'result-reported': 'outcomes',
  'initiative-reached': 'outcomes',
  'initiative-expired': 'outcomes',
  'initiative-answered': 'outcomes',
  'initiative-moved': 'outcomes',
  'co-proposer-confirmed': 'outcomes',
  'merge-asked': 'answers',
  'merge-answered': 'answers',
  'handler-named': 'outcomes',
  'case-assigned': 'answers',
  'opinion-asked': 'answers',
  'opinion-given': 'answers',
  'deadline-near': 'answers',
  'deadline-late': 'answers',
  'supported-answered': 'outcomes',
  'supported-moved': 'outcomes',
  'vote-ended': 'outcomes',
  'followed-comments': 'followed',
  'followed-initiative': 'followed',
  'followed-progress': 'followed',
  'followed-process': 'followed',
  'followed-answer': 'followed',
  'followed-plan': 'followed',
  'followed-vote': 'followed',
};

/** A kind added by another feature later is about what one wrote oneself. */
export const groupOf = (kind: NotificationKind): MailGroup => GROUP_OF_KIND[kind] ?? 'outcomes';

/** The group of a notification, in SQL. */
export const GROUP_SQL = `CASE ${Object.entries(GROUP_OF_KIND)
  .map(([kind, group]) => `WHEN notification.kind = '${kind}' THEN '${group}'`)
  .join(' ')} ELSE 'outcomes' END`;

/** The pace at which a group is mailed to a person, in SQL; `setting` is their row, which may be missing. */
export const paceSql = (group: string): string =>
  `coalesce(setting.mail, CASE ${group} ${MAIL_GROUPS.map(
    (name) => `WHEN '${name}' THEN coalesce(setting.${name}, '${DEFAULT_PACES[name]}')`,
  ).join(' ')} END)`;
