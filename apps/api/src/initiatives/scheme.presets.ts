import type { Eligibility } from '../identity/eligibility.rules.js';
import type { Scheme } from './scheme.rules.js';
import { REJECTIONS } from '@medvind/contracts';

const residents: Eligibility = { groups: ['resident'], minAge: null, evidence: 'none' };

/** What a municipality begins with: a hundred residents within three months, and an answer. */
export const PLAIN_SCHEME: Scheme = {
  name: 'Borgerforslag',
  body: 'Byrådet',
  proposer: residents,
  supporter: residents,
  coProposers: { min: 0, max: 10, days: 14 },
  lengths: { title: 140, text: 2000, remark: 10_000 },
  images: 3,
  review: { before: false, days: 10 },
  rejections: [...REJECTIONS],
  rejectionsPublic: false,
  repeat: { rule: 'allowed', months: null },
  term: null,
  threshold: { parts: [{ measure: 'count', value: 100, base: null }], take: 'least' },
  top: null,
  higher: null,
  base: { residents: null, voters: null, over15: null, countedOn: null },
  window: { unit: 'days', choices: [90], closesOn: null },
  handOver: 'at-end',
  continues: false,
  withdrawal: 'until-end',
  ballot: 'support',
  namesShown: false,
  paper: true,
  paperDays: 0,
  blackouts: [],
  exempt: [],
  decision: { months: null, extensionMonths: null, noticeDays: null, reportsPerYear: 0 },
  outcomes: ['accepted', 'partly', 'declined', 'forwarded'],
  failure: 'closed',
  retentionMonths: 12,
};

/** The plain scheme with another threshold and another end. */
export const plainScheme = (
  people: number,
  window: { windowDays: number } | { closesOn: string },
): Scheme => ({
  ...PLAIN_SCHEME,
  threshold: { parts: [{ measure: 'count', value: people, base: null }], take: 'least' },
  window:
    'windowDays' in window
      ? { unit: 'days', choices: [window.windowDays], closesOn: null }
      : { unit: 'days', choices: [], closesOn: window.closesOn },
});

const count = (value: number): Scheme['threshold'] => ({
  parts: [{ measure: 'count', value, base: null }],
  take: 'least',
});
const days = (...choices: number[]): Scheme['window'] => ({ unit: 'days', choices, closesOn: null });
const months = (...choices: number[]): Scheme['window'] => ({ unit: 'months', choices, closesOn: null });
const decidedIn = (within: number | null, rest: Partial<Scheme['decision']> = {}): Scheme['decision'] => ({
  ...PLAIN_SCHEME.decision,
  months: within,
  ...rest,
});

const DANISH: Scheme = { ...PLAIN_SCHEME, body: 'Kommunalbestyrelsen' };
const SWEDISH: Scheme = {
  ...PLAIN_SCHEME,
  name: 'E-förslag',
  body: 'Kommunfullmäktige',
  outcomes: ['accepted', 'declined', 'answered', 'considered-answered', 'forwarded', 'outside-competence'],
};
const voters: Eligibility = { groups: ['voter'], minAge: null, evidence: 'register' };

/**
 * The schemes of the Nordic countries, as far as they are known; what a scheme does not say is as in the plain one.
 * Shares of a population lack that population: it is the municipality's to fill in.
 */
export const SCHEME_PRESETS = {
  /** borgerforslag.dk, lov om etablering af en ordning for borgerforslag. */
  borgerforslag: {
    ...DANISH,
    name: 'Borgerforslag til Folketinget',
    body: 'Folketinget',
    proposer: { groups: ['voter'], minAge: null, evidence: 'eid-substantial' },
    supporter: { groups: ['voter'], minAge: null, evidence: 'eid-substantial' },
    coProposers: { min: 3, max: 10, days: 14 },
    lengths: { title: 140, text: 2000, remark: 10_000 },
    review: { before: true, days: 10 },
    threshold: count(50_000),
    window: days(180),
    handOver: 'at-once',
    continues: true,
    paper: false,
    outcomes: ['accepted', 'partly', 'declined', 'considered-answered'],
  },
  gladsaxe: {
    ...DANISH,
    name: 'Borgerforslag i Gladsaxe',
    proposer: { groups: ['resident'], minAge: 18, evidence: 'register' },
    supporter: { groups: ['resident'], minAge: 18, evidence: 'register' },
    coProposers: { min: 2, max: 10, days: 14 },
    review: { before: true, days: 10 },
    repeat: { rule: 'term', months: null },
    threshold: count(400),
    window: months(6),
    handOver: 'at-once',
    failure: 'reported',
  },
  fredensborg: {
    ...DANISH,
    name: 'Borgerforslag i Fredensborg',
    body: 'fagudvalget og derefter byrådet',
    proposer: voters,
    supporter: voters,
    repeat: { rule: 'months', months: 12 },
    threshold: count(840),
    window: months(3),
    failure: 'deleted',
  },
  horsholm: {
    ...DANISH,
    name: 'Borgerforslag i Hørsholm',
    repeat: { rule: 'term', months: null },
    threshold: count(100),
    window: months(3),
  },
  medborgarforslag: {
    ...SWEDISH,
    name: 'Medborgarförslag',
    proposer: { groups: ['resident'], minAge: null, evidence: 'register' },
    threshold: count(1),
    window: months(12),
    handOver: 'at-once',
    decision: decidedIn(12, { reportsPerYear: 2 }),
  },
  malmoinitiativet: {
    ...SWEDISH,
    name: 'Malmöinitiativet',
    body: 'Kommunstyrelsen',
    proposer: { groups: ['resident'], minAge: null, evidence: 'register' },
    supporter: { groups: ['anyone'], minAge: null, evidence: 'email' },
    review: { before: true, days: 14 },
    repeat: { rule: 'months', months: 24 },
    threshold: count(100),
    window: months(3, 6, 9, 12),
    outcomes: ['answered', 'forwarded', 'outside-competence'],
  },
  helsingborgsforslaget: {
    ...SWEDISH,
    name: 'Helsingborgsförslaget',
    body: 'Kommunstyrelsen',
    repeat: { rule: 'months', months: 6 },
    threshold: count(100),
    window: months(3),
    exempt: ['Enskilda medarbetare och personalfrågor'],
    outcomes: ['answered', 'forwarded', 'outside-competence'],
  },
  /** Fifty, for as long as the proposer picks. */
  eforslag: { ...SWEDISH, threshold: count(50), window: days(30, 60, 90), ballot: 'for-against-blank' },
  /** One per thousand residents, with an electronic identity. */
  'eforslag-eid': {
    ...SWEDISH,
    proposer: { groups: ['resident'], minAge: null, evidence: 'eid-substantial' },
    supporter: { groups: ['resident'], minAge: null, evidence: 'eid-substantial' },
    threshold: { parts: [{ measure: 'permille', value: 1, base: 'residents' }], take: 'least' },
    window: months(3),
  },
  /** Twenty-five. */
  'eforslag-25': { ...SWEDISH, threshold: count(25), window: months(3), handOver: 'at-once' },
  /** kuntalaisaloite.fi, kommunallagen 410/2015 § 23 and § 25. */
  kuntalaisaloite: {
    ...SWEDISH,
    name: 'Invånarinitiativ (kuntalaisaloite)',
    proposer: {
      groups: ['resident', 'owner', 'service-user', 'organisation'],
      minAge: null,
      evidence: 'email',
    },
    supporter: { groups: ['resident', 'owner', 'service-user'], minAge: null, evidence: 'email' },
    threshold: { parts: [{ measure: 'percent', value: 2, base: 'residents' }], take: 'least' },
    higher: { part: { measure: 'percent', value: 4, base: 'over-15' }, leadsTo: 'Folkomröstning' },
    window: months(12),
    handOver: 'at-once',
    continues: true,
    decision: decidedIn(6, { noticeDays: 30, reportsPerYear: 1 }),
    failure: 'reported',
  },
  /** minsak.no, kommuneloven § 12-1. */
  minsak: {
    ...SWEDISH,
    name: 'Innbyggerforslag (minsak.no)',
    body: 'Kommunestyret',
    repeat: { rule: 'term', months: null },
    threshold: {
      parts: [
        { measure: 'percent', value: 2, base: 'residents' },
        { measure: 'count', value: 300, base: null },
      ],
      take: 'least',
    },
    window: months(12),
    handOver: 'at-once',
    decision: decidedIn(6),
  },
  'better-reykjavik': {
    ...SWEDISH,
    name: 'Betri Reykjavík',
    body: 'Borgarráð',
    proposer: { groups: ['anyone'], minAge: null, evidence: 'none' },
    supporter: { groups: ['anyone'], minAge: null, evidence: 'none' },
    rejectionsPublic: true,
    threshold: { parts: [], take: 'least' },
    top: { perMonth: 5, perPolicy: 1 },
    window: { unit: 'calendar-month', choices: [], closesOn: null },
    ballot: 'for-against-blank',
  },
} satisfies Record<string, Scheme>;

export type SchemePreset = keyof typeof SCHEME_PRESETS;
/** What schemes say in words, by who applies them; their names are their own, and so are bodies with no like here. */
const WORDS: Record<'da' | 'sv', Record<string, string>> = {
  da: {
    Kommunfullmäktige: 'Byrådet',
    Kommunstyrelsen: 'Økonomiudvalget',
    Folkomröstning: 'Folkeafstemning',
    'Enskilda medarbetare och personalfrågor': 'Enkelte medarbejdere og personalesager',
  },
  sv: {
    Kommunalbestyrelsen: 'Kommunfullmäktige',
    'fagudvalget og derefter byrådet': 'nämnden och därefter kommunfullmäktige',
  },
};

/** A scheme to begin from, in the words of a municipality of that language. */
export function presetIn(key: SchemePreset, language: 'da' | 'sv'): Scheme {
  const scheme: Scheme = SCHEME_PRESETS[key];
  const word = (said: string) => WORDS[language][said] ?? said;
  const { body, higher, exempt } = scheme;
  return {
    ...scheme,
    body: word(body),
    higher: higher && { ...higher, leadsTo: word(higher.leadsTo) },
    exempt: exempt.map(word),
  };
}

export const SCHEME_PRESET_KEYS = Object.keys(SCHEME_PRESETS) as SchemePreset[];
