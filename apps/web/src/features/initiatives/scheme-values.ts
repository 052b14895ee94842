import type { FieldProblem } from '@medvind/contracts';
import type { Schema } from '@medvind/api-client';

export type Scheme = Schema<'SchemeParameters'>;
type Eligibility = Scheme['proposer'];
type Part = Scheme['threshold']['parts'][number];

/** A scheme as one types it; each name is the field's place in the body, where the API says what is wrong with it. */
export interface SchemeValues {
  'scheme.name': string;
  'scheme.body': string;
  'scheme.proposer.groups': string[];
  'scheme.proposer.minAge': string;
  'scheme.proposer.evidence': string;
  'scheme.supporter.groups': string[];
  'scheme.supporter.minAge': string;
  'scheme.supporter.evidence': string;
  'scheme.coProposers.min': string;
  'scheme.coProposers.max': string;
  'scheme.coProposers.days': string;
  'scheme.lengths.title': string;
  'scheme.lengths.text': string;
  'scheme.lengths.remark': string;
  'scheme.images': string;
  'scheme.review.before': boolean;
  'scheme.review.days': string;
  'scheme.rejections': string[];
  'scheme.rejectionsPublic': boolean;
  'scheme.repeat.rule': string;
  'scheme.repeat.months': string;
  'scheme.term.from': string;
  'scheme.term.to': string;
  /** What takes an initiative on: enough support, or more than the others of its month. */
  goesOn: 'threshold' | 'top';
  'scheme.threshold.parts.0.measure': string;
  'scheme.threshold.parts.0.value': string;
  'scheme.threshold.parts.0.base': string;
  second: boolean;
  'scheme.threshold.parts.1.measure': string;
  'scheme.threshold.parts.1.value': string;
  'scheme.threshold.parts.1.base': string;
  'scheme.threshold.take': string;
  'scheme.top.perMonth': string;
  'scheme.top.perPolicy': string;
  higher: boolean;
  'scheme.higher.part.measure': string;
  'scheme.higher.part.value': string;
  'scheme.higher.part.base': string;
  'scheme.higher.leadsTo': string;
  'scheme.base.residents': string;
  'scheme.base.voters': string;
  'scheme.base.over15': string;
  'scheme.base.countedOn': string;
  /** A length, or one last day for all. */
  ends: 'after' | 'on';
  'scheme.window.unit': string;
  'scheme.window.choices': string;
  'scheme.window.closesOn': string;
  'scheme.handOver': string;
  'scheme.continues': boolean;
  'scheme.withdrawal': string;
  'scheme.ballot': string;
  'scheme.namesShown': boolean;
  'scheme.paper': boolean;
  'scheme.paperDays': string;
  'scheme.blackouts': string;
  'scheme.exempt': string;
  'scheme.decision.months': string;
  'scheme.decision.extensionMonths': string;
  'scheme.decision.noticeDays': string;
  'scheme.decision.reportsPerYear': string;
  'scheme.outcomes': string[];
  'scheme.failure': string;
  'scheme.retentionMonths': string;
}

const typed = (value: number | null): string => (value === null ? '' : String(value));

const typedEligibility = <At extends 'proposer' | 'supporter'>(
  at: At,
  { groups, minAge, evidence }: Eligibility,
) =>
  ({
    [`scheme.${at}.groups`]: groups,
    [`scheme.${at}.minAge`]: typed(minAge),
    [`scheme.${at}.evidence`]: evidence,
  }) as Pick<SchemeValues, `scheme.${At}.groups` | `scheme.${At}.minAge` | `scheme.${At}.evidence`>;

const NO_PART: Part = { measure: 'count', value: 100, base: null };

export function valuesOf(scheme: Scheme): SchemeValues {
  const [first = NO_PART, second] = scheme.threshold.parts;
  const other = second ?? NO_PART;
  const higher = scheme.higher?.part ?? NO_PART;
  return {
    'scheme.name': scheme.name,
    'scheme.body': scheme.body,
    ...typedEligibility('proposer', scheme.proposer),
    ...typedEligibility('supporter', scheme.supporter),
    'scheme.coProposers.min': typed(scheme.coProposers.min),
    'scheme.coProposers.max': typed(scheme.coProposers.max),
    'scheme.coProposers.days': typed(scheme.coProposers.days),
    'scheme.lengths.title': typed(scheme.lengths.title),
    'scheme.lengths.text': typed(scheme.lengths.text),
    'scheme.lengths.remark': typed(scheme.lengths.remark),
    'scheme.images': typed(scheme.images),
    'scheme.review.before': scheme.review.before,
    'scheme.review.days': typed(scheme.review.days),
    'scheme.rejections': scheme.rejections,
    'scheme.rejectionsPublic': scheme.rejectionsPublic,
    'scheme.repeat.rule': scheme.repeat.rule,
    'scheme.repeat.months': typed(scheme.repeat.months),
    'scheme.term.from': scheme.term?.from ?? '',
    'scheme.term.to': scheme.term?.to ?? '',
    goesOn: scheme.top ? 'top' : 'threshold',
    'scheme.threshold.parts.0.measure': first.measure,
    'scheme.threshold.parts.0.value': typed(first.value),
    'scheme.threshold.parts.0.base': first.base ?? 'residents',
    second: second !== undefined,
    'scheme.threshold.parts.1.measure': other.measure,
    'scheme.threshold.parts.1.value': typed(other.value),
    'scheme.threshold.parts.1.base': other.base ?? 'residents',
    'scheme.threshold.take': scheme.threshold.take,
    'scheme.top.perMonth': typed(scheme.top?.perMonth ?? 5),
    'scheme.top.perPolicy': typed(scheme.top?.perPolicy ?? 1),
    higher: scheme.higher !== null,
    'scheme.higher.part.measure': higher.measure,
    'scheme.higher.part.value': typed(higher.value),
    'scheme.higher.part.base': higher.base ?? 'residents',
    'scheme.higher.leadsTo': scheme.higher?.leadsTo ?? '',
    'scheme.base.residents': typed(scheme.base.residents),
    'scheme.base.voters': typed(scheme.base.voters),
    'scheme.base.over15': typed(scheme.base.over15),
    'scheme.base.countedOn': scheme.base.countedOn ?? '',
    ends: scheme.window.closesOn === null ? 'after' : 'on',
    'scheme.window.unit': scheme.window.unit,
    'scheme.window.choices': scheme.window.choices.join(', '),
    'scheme.window.closesOn': scheme.window.closesOn ?? '',
    'scheme.handOver': scheme.handOver,
    'scheme.continues': scheme.continues,
    'scheme.withdrawal': scheme.withdrawal,
    'scheme.ballot': scheme.ballot,
    'scheme.namesShown': scheme.namesShown,
    'scheme.paper': scheme.paper,
    'scheme.paperDays': typed(scheme.paperDays),
    'scheme.blackouts': scheme.blackouts.map(({ from, to }) => `${from} – ${to}`).join('\n'),
    'scheme.exempt': scheme.exempt.join('\n'),
    'scheme.decision.months': typed(scheme.decision.months),
    'scheme.decision.extensionMonths': typed(scheme.decision.extensionMonths),
    'scheme.decision.noticeDays': typed(scheme.decision.noticeDays),
    'scheme.decision.reportsPerYear': typed(scheme.decision.reportsPerYear),
    'scheme.outcomes': scheme.outcomes,
    'scheme.failure': scheme.failure,
    'scheme.retentionMonths': typed(scheme.retentionMonths),
  };
}

/** An empty field is sent as it is: the API says which one is missing. */
const number = (value: string): number | null => (value.trim() === '' ? null : Number(value));
const needed = (value: string): number => number(value) as number;
const lines = (value: string): string[] =>
  value
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const DAY = /\d{4}-\d{2}-\d{2}/g;
const intervalOf = (line: string): Scheme['blackouts'][number] => {
  const [from = '', to = from] = line.match(DAY) ?? [];
  return { from, to };
};

/**
 * @param before the scheme there was, for what the form has no field for
 */
export function schemeOf(values: SchemeValues, before: Scheme): Scheme {
  const eligibility = (at: 'proposer' | 'supporter'): Eligibility => ({
    groups: values[`scheme.${at}.groups`] as Eligibility['groups'],
    minAge: number(values[`scheme.${at}.minAge`]),
    evidence: values[`scheme.${at}.evidence`] as Eligibility['evidence'],
  });
  const part = (at: 'threshold.parts.0' | 'threshold.parts.1' | 'higher.part'): Part => {
    const measure = values[`scheme.${at}.measure`] as Part['measure'];
    return {
      measure,
      value: needed(values[`scheme.${at}.value`]),
      base: measure === 'count' ? null : (values[`scheme.${at}.base`] as Part['base']),
    };
  };
  const top = values.goesOn === 'top';
  const after = values.ends === 'after';
  const rule = values['scheme.repeat.rule'] as Scheme['repeat']['rule'];
  return {
    ...before,
    name: values['scheme.name'],
    body: values['scheme.body'],
    proposer: eligibility('proposer'),
    supporter: eligibility('supporter'),
    coProposers: {
      min: needed(values['scheme.coProposers.min']),
      max: needed(values['scheme.coProposers.max']),
      days: needed(values['scheme.coProposers.days']),
    },
    lengths: {
      title: needed(values['scheme.lengths.title']),
      text: needed(values['scheme.lengths.text']),
      remark: needed(values['scheme.lengths.remark']),
    },
    images: needed(values['scheme.images']),
    review: { before: values['scheme.review.before'], days: needed(values['scheme.review.days']) },
    rejections: values['scheme.rejections'] as Scheme['rejections'],
    rejectionsPublic: values['scheme.rejectionsPublic'],
    repeat: { rule, months: rule === 'months' ? number(values['scheme.repeat.months']) : null },
    term:
      values['scheme.term.from'] && values['scheme.term.to']
        ? { from: values['scheme.term.from'], to: values['scheme.term.to'] }
        : null,
    threshold: {
      parts: top ? [] : [part('threshold.parts.0'), ...(values.second ? [part('threshold.parts.1')] : [])],
      take: values['scheme.threshold.take'] as Scheme['threshold']['take'],
    },
    top: top
      ? {
          perMonth: needed(values['scheme.top.perMonth']),
          perPolicy: needed(values['scheme.top.perPolicy']),
        }
      : null,
    higher: values.higher ? { part: part('higher.part'), leadsTo: values['scheme.higher.leadsTo'] } : null,
    base: {
      residents: number(values['scheme.base.residents']),
      voters: number(values['scheme.base.voters']),
      over15: number(values['scheme.base.over15']),
      countedOn: values['scheme.base.countedOn'] || null,
    },
    window: top
      ? { unit: 'calendar-month', choices: [], closesOn: null }
      : {
          unit: values['scheme.window.unit'] === 'days' ? 'days' : 'months',
          choices: after
            ? values['scheme.window.choices']
                .split(/[\s,;]+/)
                .filter(Boolean)
                .map(Number)
            : [],
          closesOn: after ? null : values['scheme.window.closesOn'],
        },
    handOver: values['scheme.handOver'] as Scheme['handOver'],
    continues: values['scheme.continues'],
    withdrawal: values['scheme.withdrawal'] as Scheme['withdrawal'],
    ballot: values['scheme.ballot'] as Scheme['ballot'],
    namesShown: values['scheme.namesShown'],
    paper: values['scheme.paper'],
    paperDays: values['scheme.paper'] ? needed(values['scheme.paperDays']) : 0,
    blackouts: lines(values['scheme.blackouts']).map(intervalOf),
    exempt: lines(values['scheme.exempt']),
    decision: {
      months: number(values['scheme.decision.months']),
      extensionMonths: number(values['scheme.decision.extensionMonths']),
      noticeDays: number(values['scheme.decision.noticeDays']),
      reportsPerYear: needed(values['scheme.decision.reportsPerYear']),
    },
    outcomes: values['scheme.outcomes'] as Scheme['outcomes'],
    failure: values['scheme.failure'] as Scheme['failure'],
    retentionMonths: needed(values['scheme.retentionMonths']),
  };
}

/** What only the form can see: a line that holds no two days. */
export function getSchemeFaults(values: SchemeValues): FieldProblem[] {
  const faults: FieldProblem[] = [];
  if (lines(values['scheme.blackouts']).some((line) => (line.match(DAY) ?? []).length !== 2))
    faults.push({ field: 'scheme.blackouts', code: 'not-a-date' });
  return faults;
}
