import type { FieldProblem, InitiativeOutcome, Rejection } from '@medvind/contracts';
import type { Eligibility } from '../identity/eligibility.rules.js';
import { today } from '../policies/policy.rules.js';

/** Populations a share is a share of. */
export const BASES = ['residents', 'voters', 'over-15'] as const;
export type Base = (typeof BASES)[number];

export const MEASURES = ['count', 'percent', 'permille'] as const;

export interface ThresholdPart {
  measure: (typeof MEASURES)[number];
  value: number;
  /** Of a share. */
  base: Base | null;
}

/** What becomes of an initiative that got too little support. */
export const FAILURES = ['closed', 'reported', 'deleted'] as const;
export const HAND_OVERS = ['at-once', 'at-end'] as const;
export const WITHDRAWALS = ['until-reached', 'until-end'] as const;
export const WINDOW_UNITS = ['days', 'months', 'calendar-month'] as const;
export const REPEATS = ['allowed', 'months', 'term'] as const;
export const BALLOTS = ['support', 'for-against-blank'] as const;

export interface Interval {
  from: string;
  to: string;
}

/**
 * How residents' initiatives work in a municipality: every parameter, as data. Days are "2026-11-23", lengths are in
 * characters, ages in years.
 */
export interface Scheme {
  /** What it is called: "Borgerforslag", "Helsingborgsförslaget". */
  name: string;
  /** Who decides. */
  body: string;
  proposer: Eligibility;
  supporter: Eligibility;
  coProposers: { min: number; max: number; days: number };
  lengths: { title: number; text: number; remark: number };
  images: number;
  /** Whether somebody reads it before it is published, and within how many days. */
  review: { before: boolean; days: number };
  rejections: Rejection[];
  /** Whether everyone can read why something was rejected. */
  rejectionsPublic: boolean;
  /** When the same matter may be proposed again once it is dealt with; never while it is open. */
  repeat: { rule: (typeof REPEATS)[number]; months: number | null };
  /** The election period, for what may come once in it. */
  term: Interval | null;
  /** No part: there is no threshold. Several: the least or the most of them. */
  threshold: { parts: ThresholdPart[]; take: 'least' | 'most' };
  /** The most supported of each calendar month, and of each policy in it, instead of a threshold. */
  top: { perMonth: number; perPolicy: number } | null;
  /** More support than the threshold, which leads to more. */
  higher: { part: ThresholdPart; leadsTo: string } | null;
  /** The populations, as counted on a day. */
  base: { residents: number | null; voters: number | null; over15: number | null; countedOn: string | null };
  /** How long it collects; of several lengths the proposer picks one. Or else one last day for all. */
  window: { unit: (typeof WINDOW_UNITS)[number]; choices: number[]; closesOn: string | null };
  handOver: (typeof HAND_OVERS)[number];
  /** Collects on after it was handed over. */
  continues: boolean;
  withdrawal: (typeof WITHDRAWALS)[number];
  ballot: (typeof BALLOTS)[number];
  /** Supporters are named who agree to it; else nobody is. */
  namesShown: boolean;
  /** On paper too, keyed in by staff. */
  paper: boolean;
  /** For so many days after its end sheets are keyed in that were signed before it. */
  paperDays: number;
  /** Days on which nothing is published. */
  blackouts: Interval[];
  /** What cannot be proposed, in words. */
  exempt: string[];
  decision: {
    /** From when it was handed over; null: no deadline. */
    months: number | null;
    extensionMonths: number | null;
    /** Within so many days the proposer is told who deals with it. */
    noticeDays: number | null;
    /** How often a year the council is told what is undecided. */
    reportsPerYear: number;
  };
  outcomes: InitiativeOutcome[];
  failure: (typeof FAILURES)[number];
  /** After its end, until who supported it is forgotten. */
  retentionMonths: number;
}

const basePeople = ({ base }: Scheme, of: Base | null): number | null =>
  of === 'voters' ? base.voters : of === 'over-15' ? base.over15 : base.residents;

/** How many people a part of a threshold means; null: the population is not known. */
export function peopleOf(scheme: Scheme, { measure, value, base }: ThresholdPart): number | null {
  if (measure === 'count') return value;
  const people = basePeople(scheme, base);
  // Multiplied first: 0.02 × 65 250 is 1 305, and not a hair more that would be rounded up.
  return people === null ? null : Math.ceil((people * value) / (measure === 'percent' ? 100 : 1000));
}

/** How many must support an initiative published now; null: the scheme has no threshold. */
export function thresholdOf(scheme: Scheme): number | null {
  const people = scheme.threshold.parts
    .map((part) => peopleOf(scheme, part))
    .filter((count): count is number => count !== null);
  if (people.length === 0) return null;
  return Math.max(1, scheme.threshold.take === 'least' ? Math.min(...people) : Math.max(...people));
}

/** The last moment of an initiative published then: the end of a day where the municipalities are. */
export function deadlineOf({ window }: Scheme, publishedAt: Date, length = window.choices[0] ?? 1): Date {
  if (window.closesOn !== null) return endOfDay(window.closesOn);
  const day = today(publishedAt);
  if (window.unit === 'calendar-month') return endOfDay(lastDayOfMonth(day));
  return endOfDay(window.unit === 'days' ? addDays(day, length) : addMonths(day, length));
}

export function endOfDay(day: string): Date {
  const midnight = Date.parse(`${addDays(day, 1)}T00:00:00Z`);
  // Midnight there is two hours before UTC's in summer, and one in winter; clocks never change at midnight.
  const inSummer = new Date(midnight - 2 * HOUR);
  return today(inSummer) > day ? inSummer : new Date(midnight - HOUR);
}

const HOUR = 3_600_000;
const isoDay = (date: Date) => date.toISOString().slice(0, 10);

export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return isoDay(date);
}

/** The same day so many months later, or that month's last: 31 August and six months are 28 February. */
export function addMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = Number(lastDayOfMonth(isoDay(date)).slice(8));
  date.setUTCDate(Math.min(dayOfMonth, last));
  return isoDay(date);
}

function lastDayOfMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return isoDay(new Date(Date.UTC(year, month, 0)));
}

/** The end of the day so many months after that moment. */
export const monthsAfter = (moment: Date, months: number): Date => endOfDay(addMonths(today(moment), months));

/** The end of the day so many days after that moment. */
export const daysAfter = (moment: Date, days: number): Date => endOfDay(addDays(today(moment), days));

/** Until when sheets signed before the deadline are keyed in; null: not after it. */
export const paperUntilOf = ({ paper, paperDays }: Scheme, deadline: Date): Date | null =>
  paper && paperDays > 0 ? daysAfter(new Date(deadline.getTime() - 1), paperDays) : null;

/** Why nothing can be published on that day under the scheme, apart from the proposal itself; null: it can. */
export function closedOn(
  { window, blackouts }: Scheme,
  day: string,
): { type: 'rule-closed'; closesOn: string } | { type: 'blackout'; until: string } | null {
  if (window.closesOn !== null && window.closesOn < day)
    return { type: 'rule-closed', closesOn: window.closesOn };
  const blackout = blackouts.find(({ from, to }) => from <= day && day <= to);
  return blackout ? { type: 'blackout', until: blackout.to } : null;
}

interface Earlier {
  /** Collects support or waits for its decision. */
  open: boolean;
  /** When it was decided or ended. */
  endedOn: string | null;
}

/**
 * From which day the same matter may be proposed again.
 * @returns a day; `null`: it may now; `'open'`: not before the earlier one is dealt with
 */
export function repeatFrom(scheme: Scheme, earlier: Earlier, day: string): string | 'open' | null {
  if (earlier.open) return 'open';
  const { endedOn } = earlier;
  if (endedOn === null || scheme.repeat.rule === 'allowed') return null;
  const from =
    scheme.repeat.rule === 'months'
      ? addMonths(endedOn, scheme.repeat.months ?? 0)
      : scheme.term && scheme.term.from <= endedOn && endedOn <= scheme.term.to
        ? addDays(scheme.term.to, 1)
        : null;
  return from !== null && from > day ? from : null;
}

/** What is wrong with a scheme as typed, at its fields. */
export function getSchemeFaults(scheme: Scheme, day: string): FieldProblem[] {
  const {
    window,
    threshold,
    top,
    coProposers,
    term,
    blackouts,
    repeat,
    decision,
    base,
    supporter,
    proposer,
  } = scheme;
  const faults: FieldProblem[] = [];
  const fault = (field: string, code: FieldProblem['code'], limits?: FieldProblem['limits']) =>
    faults.push(limits ? { field, code, limits } : { field, code });
  if (window.closesOn === null && window.unit !== 'calendar-month' && window.choices.length === 0)
    fault('window.choices', 'required');
  if (window.closesOn !== null && window.closesOn < day) fault('window.closesOn', 'in-the-past');
  if (threshold.parts.length === 0 && top === null) fault('threshold.parts', 'required');
  for (const [index, part] of threshold.parts.entries())
    if (part.measure !== 'count' && basePeople(scheme, part.base) === null)
      fault(`threshold.parts.${index}.base`, 'required');
  if (threshold.parts.some(({ measure }) => measure !== 'count') && base.countedOn === null)
    fault('base.countedOn', 'required');
  if (coProposers.max < coProposers.min) fault('coProposers.max', 'too-small', { min: coProposers.min });
  if (term && term.to < term.from) fault('term.to', 'invalid');
  for (const [index, { from, to }] of blackouts.entries())
    if (to < from) fault(`blackouts.${index}.to`, 'invalid');
  if (repeat.rule === 'months' && repeat.months === null) fault('repeat.months', 'required');
  if (repeat.rule === 'term' && term === null) fault('term.from', 'required');
  if (decision.extensionMonths !== null && decision.months === null) fault('decision.months', 'required');
  if (scheme.outcomes.length === 0) fault('outcomes', 'required');
  if (proposer.groups.length === 0) fault('proposer.groups', 'required');
  if (supporter.groups.length === 0) fault('supporter.groups', 'required');
  return faults;
}
