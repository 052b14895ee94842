import type { Schema } from '@medvind/api-client';

/** The record as a form holds it: every figure and list as it is typed. */
export interface RecordValues {
  title: string;
  kind: string;
  state: string;
  service: string;
  purpose: string;
  background: string;
  question: string;
  fixedFrame: string;
  level: string;
  goals: { id: string; label: string }[];
  targetGroups: string;
  outreach: string;
  methods: string;
  participants: { group: string; target: string; actual: string }[];
  phases: { kind: string; from: string; to: string; note: string }[];
  decides: string;
  decidesOn: string;
  ownerUnitId: string;
  team: string;
  caseNumber: string;
  decision: string;
  evaluation: string;
  /** Of the record that was read; null for a new one. */
  revision: number | null;
}

export const emptyRecord = (level: string): RecordValues => ({
  title: '',
  kind: 'citizen',
  state: 'open',
  service: '',
  purpose: '',
  background: '',
  question: '',
  fixedFrame: '',
  level,
  goals: [],
  targetGroups: '',
  outreach: '',
  methods: '',
  participants: [],
  phases: [],
  decides: '',
  decidesOn: '',
  ownerUnitId: '',
  team: '',
  caseNumber: '',
  decision: '',
  evaluation: '',
  revision: null,
});

const typed = (value: number | null) => (value === null ? '' : String(value));

export const valuesOf = (work: Schema<'WorkView'>): RecordValues => ({
  title: work.title,
  kind: work.kind,
  state: work.state,
  service: work.service,
  purpose: work.purpose,
  background: work.background,
  question: work.question,
  fixedFrame: work.fixedFrame,
  level: work.level.key,
  goals: work.goals.map(({ id, number, title }) => ({
    id,
    label: [number, title].filter(Boolean).join(' '),
  })),
  targetGroups: work.targetGroups.join('\n'),
  outreach: work.outreach,
  methods: work.methods.join('\n'),
  participants: work.participants.map(({ group, target, actual }) => ({
    group,
    target: typed(target),
    actual: typed(actual),
  })),
  phases: work.phases.map(({ kind, from, to, note }) => ({ kind, from, to, note })),
  decides: work.decides,
  decidesOn: work.decidesOn ?? '',
  ownerUnitId: work.ownerUnit?.id ?? '',
  team: work.team,
  caseNumber: work.caseNumber,
  decision: work.decision,
  evaluation: work.evaluation,
  revision: work.revision,
});

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** What is no number is sent as it stands: the API says so at its field. */
const figureOf = (text: string): number | null => {
  const figure = Number(text.replaceAll(/[\s.]/g, ''));
  if (text.trim() === '') return null;
  return Number.isInteger(figure) ? figure : (text as unknown as number);
};

export const inputOf = (values: RecordValues): Schema<'ProcessInput'> => ({
  title: values.title,
  kind: values.kind as Schema<'ProcessKind'>,
  state: values.state === 'planned' ? 'planned' : 'open',
  service: values.service,
  purpose: values.purpose,
  background: values.background,
  question: values.question,
  fixedFrame: values.fixedFrame,
  level: values.level,
  goalIds: values.goals.map(({ id }) => id),
  targetGroups: linesOf(values.targetGroups),
  outreach: values.outreach,
  methods: linesOf(values.methods),
  participants: values.participants.map(({ group, target, actual }) => ({
    group,
    target: figureOf(target),
    actual: figureOf(actual),
  })),
  phases: values.phases.map(({ kind, ...phase }) => ({ ...phase, kind: kind as Schema<'PhaseKind'> })),
  decides: values.decides,
  decidesOn: values.decidesOn || null,
  ownerUnitId: values.ownerUnitId || null,
  team: values.team,
  caseNumber: values.caseNumber,
  decision: values.decision,
  evaluation: values.evaluation,
  ...(values.revision !== null && { revision: values.revision }),
});
