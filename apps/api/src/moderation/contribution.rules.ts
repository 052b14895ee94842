import type { ContributionRule, FieldProblem } from '@medvind/contracts';
import type { ContributionRules, OfficeHours } from './contribution-rules.entity.js';
import { holidaysOf } from './holidays.rules.js';

export type Rules = Pick<
  ContributionRules,
  | 'version'
  | 'holdAll'
  | 'newAccountDays'
  | 'holdLinks'
  | 'officeHours'
  | 'words'
  | 'perMinute'
  | 'perHour'
  | 'duplicateHours'
  | 'floodPeople'
>;

/** Where nobody has made rules: generous enough for a lively evening, too narrow for a flood. */
export const RULES_AT_FIRST: Rules = {
  version: 0,
  holdAll: false,
  newAccountDays: null,
  holdLinks: false,
  officeHours: null,
  words: [],
  perMinute: 10,
  perHour: 60,
  duplicateHours: 24,
  floodPeople: 4,
};

/** What the rules ask about whoever writes. */
export interface Writer {
  joinedAt: Date | null;
  /** When they wrote before within the last hour, newest first. */
  writtenAt: readonly Date[];
  /** The contribution in which they said the same within `duplicateHours`. */
  sameAs: string | null;
  /** How many others wrote the same within the last hour. */
  othersWithSame: number;
}

export type RuleEffect =
  | { effect: 'hold'; rule: ContributionRule; detail: string }
  | { effect: 'refuse'; rule: 'too-many'; detail: string; limit: number; minutes: 1 | 60; retryAt: Date }
  | { effect: 'refuse'; rule: 'duplicate'; detail: string; sameAs: string }
  | { effect: 'refuse'; rule: 'word'; detail: string };

/** When it is written, and where: holidays are the country's. */
export interface Moment {
  now: Date;
  country: 'da' | 'sv';
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * What the rules do with a contribution, the first first; empty: nothing, it is published. A change to one that is
 * written is not counted again: `writer` is null then.
 */
export function getRuleEffects(
  text: string,
  writer: Writer | null,
  rules: Rules,
  thread: { holdAll: boolean } | null,
  { now, country }: Moment,
): RuleEffect[] {
  const listed = rules.words.filter(({ word }) => holdsWord(text, word));
  const refusing = listed.find(({ effect }) => effect === 'refuse');
  const effects: RuleEffect[] = [];
  if (writer) {
    const tooMany = tooManyOf(writer, rules, now);
    if (tooMany) effects.push(tooMany);
    if (writer.sameAs && rules.duplicateHours)
      effects.push({ effect: 'refuse', rule: 'duplicate', detail: '', sameAs: writer.sameAs });
  }
  if (refusing) effects.push({ effect: 'refuse', rule: 'word', detail: refusing.word });
  const hold = (rule: ContributionRule, detail = '') => effects.push({ effect: 'hold', rule, detail });
  for (const { word, effect } of listed) if (effect === 'hold') hold('word', word);
  if (writer && rules.floodPeople && writer.othersWithSame + 1 >= rules.floodPeople)
    hold('suspected-spam', String(writer.othersWithSame + 1));
  if (thread) {
    if (thread.holdAll) hold('thread-before-publication');
  } else if (rules.holdAll) hold('before-publication');
  const { newAccountDays, officeHours } = rules;
  if (writer && newAccountDays && isNew(writer, newAccountDays, now))
    hold('new-account', String(newAccountDays));
  const [link] = (rules.holdLinks && LINK.exec(text)) || [];
  if (link) hold('link', link.slice(0, LINK_SHOWN));
  if (officeHours && !isOpen(officeHours, { now, country }))
    hold('outside-hours', `${officeHours.from}–${officeHours.to}`);
  return effects;
}

const LINK = /(?:https?:\/\/|www\.)\S+/i;
const LINK_SHOWN = 200;

const isNew = ({ joinedAt }: Writer, days: number, now: Date) =>
  joinedAt === null || now.getTime() - joinedAt.getTime() < days * DAY;

function tooManyOf({ writtenAt }: Writer, rules: Rules, now: Date): RuleEffect | null {
  for (const [limit, minutes] of [
    [rules.perHour, 60],
    [rules.perMinute, 1],
  ] as const) {
    if (limit === null) continue;
    const since = now.getTime() - minutes * MINUTE;
    const within = writtenAt.filter((at) => at.getTime() > since);
    // Room again once the oldest of the last `limit` ones is out of the window.
    const oldest = within[limit - 1];
    if (oldest)
      return {
        effect: 'refuse',
        rule: 'too-many',
        detail: `${limit} / ${minutes} min`,
        limit,
        minutes,
        retryAt: new Date(oldest.getTime() + minutes * MINUTE),
      };
  }
  return null;
}

const THERE = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Whether somebody is there; Denmark and Sweden have the same clock, and holidays of their own. */
export function isOpen({ days, from, to, closed = [] }: OfficeHours, { now, country }: Moment): boolean {
  const parts = Object.fromEntries(THERE.formatToParts(now).map(({ type, value }) => [type, value]));
  const time = `${parts.hour}:${parts.minute}`;
  const day = `${parts.year}-${parts.month}-${parts.day}`;
  if (closed.includes(day) || holidaysOf(country, Number(parts.year)).includes(day)) return false;
  return days.includes(WEEKDAYS.indexOf(parts.weekday ?? '') + 1) && from <= time && time < to;
}

/** Digits and signs that are written for letters to get past a list. */
const STANDS_FOR: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

const tokensOf = (text: string): string[] => {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '');
  const read = [
    plain,
    plain.replace(/(?<=\p{L})[013457@$]|[013457@$](?=\p{L})/gu, (sign) => STANDS_FOR[sign] ?? sign),
  ];
  // "i d i o t" and "i.d.i.o.t" are read as one word.
  const joined = read.map((line) =>
    line.replace(/(?<![\p{L}\p{N}])\p{L}(?:[\s._*-]+\p{L}(?![\p{L}\p{N}])){2,}/gu, (spaced) =>
      spaced.replace(/[^\p{L}]/gu, ''),
    ),
  );
  return [...read, ...joined].map(
    (line) =>
      ` ${line
        .replace(/(\p{L})\1{2,}/gu, '$1')
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()} `,
  );
};

/** Whether a text holds a word of the list, as whole words; an open end (`*`) takes any ending. */
export function holdsWord(text: string, word: string): boolean {
  const open = word.trim().endsWith('*');
  const [wanted = ''] = tokensOf(word);
  const sought = open ? ` ${wanted.trim()}` : wanted;
  return sought.trim() !== '' && tokensOf(text).some((line) => line.includes(sought));
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What is wrong with rules as typed. */
export function getRulesFaults({ words, officeHours }: Pick<Rules, 'words' | 'officeHours'>): FieldProblem[] {
  const faults: FieldProblem[] = [];
  words.forEach(({ word }, index) => {
    if (!/[\p{L}\p{N}]{2}/u.test(word))
      faults.push({ field: `words.${index}.word`, code: 'too-short', limits: { min: 2 } });
  });
  if (!officeHours) return faults;
  for (const end of ['from', 'to'] as const)
    if (!TIME.test(officeHours[end])) faults.push({ field: `officeHours.${end}`, code: 'invalid' });
  if (officeHours.days.length === 0) faults.push({ field: 'officeHours.days', code: 'required' });
  if (officeHours.from >= officeHours.to) faults.push({ field: 'officeHours.to', code: 'before-start' });
  return faults;
}
