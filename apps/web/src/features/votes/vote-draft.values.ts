import type { Schema } from '@medvind/api-client';
import type { FieldProblem } from '@medvind/contracts';
import type { Vote } from './api/vote.js';

export interface VoteDraftValues {
  question: string;
  text: string;
  kind: Vote['kind'];
  method: string;
  options: { title: string; text: string }[];
  most: string;
  hidden: boolean;
  quorum: string;
  majority: Vote['majority'];
  voterGroups: string[];
  minAge: string;
  evidence: string;
  opensAt: string;
  closesAt: string;
}

/** How each kind can be counted; the first is what one gets without choosing. */
export const METHODS = {
  'for-against': ['plurality'],
  choose: ['approval', 'plurality'],
  ranking: ['schulze', 'borda'],
  scores: ['average'],
  allotment: ['sum'],
} as const satisfies Record<Vote['kind'], Vote['method'][]>;

export const hasMost = (kind: Vote['kind']) => kind === 'choose' || kind === 'scores' || kind === 'allotment';
export const hasMajority = (kind: Vote['kind']) => kind === 'for-against' || kind === 'choose';

/** Both shores of the Sound keep the same time, whatever the machine's. */
const WALL = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  dateStyle: 'short',
  timeStyle: 'short',
});
const wallOf = (moment: string | number): string => WALL.format(new Date(moment)).replace(' ', 'T');

/** '' where nothing, or nonsense, is typed. */
export function instantOf(wall: string): string {
  const typed = Date.parse(`${wall}Z`);
  if (Number.isNaN(typed)) return '';
  const ahead = Date.parse(`${wallOf(typed)}Z`) - typed;
  // The clocks may have been changed between the two.
  const near = typed - ahead;
  return new Date(near + typed - Date.parse(`${wallOf(near)}Z`)).toISOString();
}

export const emptyDraft: VoteDraftValues = {
  question: '',
  text: '',
  kind: 'for-against',
  method: '',
  options: [
    { title: '', text: '' },
    { title: '', text: '' },
  ],
  most: '',
  hidden: true,
  quorum: '',
  majority: 'most',
  voterGroups: ['resident'],
  minAge: '',
  evidence: 'none',
  opensAt: '',
  closesAt: '',
};

export const draftOf = (vote: Vote): VoteDraftValues => ({
  question: vote.question,
  text: vote.text,
  kind: vote.kind,
  method: vote.method,
  options: vote.options.length
    ? vote.options.map(({ title, text }) => ({ title, text }))
    : emptyDraft.options,
  most: vote.most === null ? '' : String(vote.most),
  hidden: vote.hidden,
  quorum: vote.quorum === null ? '' : String(vote.quorum),
  majority: vote.majority,
  voterGroups: vote.voter.groups,
  minAge: vote.voter.minAge === null ? '' : String(vote.voter.minAge),
  evidence: vote.voter.evidence,
  opensAt: wallOf(vote.opensAt),
  closesAt: wallOf(vote.closesAt),
});

/** What can be seen to be wrong before it is sent. */
export const faultsOf = (values: VoteDraftValues): FieldProblem[] => [
  ...titlesTwice(values),
  ...numberFaults(values),
];

/** What is typed and is no number would be sent as nothing, and a rule would be gone without a word. */
function numberFaults({ kind, method, options, most, quorum, minAge }: VoteDraftValues): FieldProblem[] {
  const answers = options.filter(({ title }) => title.trim() !== '').length;
  const bounds = {
    quorum: { typed: quorum, max: Infinity },
    minAge: { typed: minAge, max: 120 },
    // So many as there are answers; what else is too much the API says.
    ...(hasMost(kind) && !(kind === 'choose' && methodIn(kind, method) === 'plurality')
      ? { most: { typed: most, max: kind === 'choose' && answers >= 2 ? answers : Infinity } }
      : {}),
  };
  return Object.entries(bounds).flatMap(([field, { typed, max }]): FieldProblem[] => {
    if (typed.trim() === '') return [];
    const number = Number(typed);
    if (!Number.isInteger(number)) return [{ field, code: 'not-a-number' }];
    if (number < 1) return [{ field, code: 'too-small', limits: { min: 1 } }];
    return number > max ? [{ field, code: 'too-large', limits: { max } }] : [];
  });
}

const methodIn = (kind: Vote['kind'], method: string): Vote['method'] => {
  const methods: readonly Vote['method'][] = METHODS[kind];
  return methods.find((one) => one === method) ?? METHODS[kind][0];
};

/** The same answer twice, case and spaces aside: seen at its own row, also where a row before it is left empty. */
function titlesTwice({ kind, options }: VoteDraftValues): FieldProblem[] {
  if (kind === 'for-against') return [];
  const titles = options.map(({ title }) => title.trim().replaceAll(/\s+/g, ' ').toLowerCase());
  return titles.flatMap((title, index) =>
    title && titles.indexOf(title) < index
      ? [{ field: `options.${index}.title`, code: 'said-twice' as const }]
      : [],
  );
}

/** As the API takes it; an empty last row is nobody's option. */
export function inputOf(values: VoteDraftValues): Schema<'VoteDraftInput'> {
  const { kind, method, most, quorum, majority, opensAt, closesAt, options, ...others } = values;
  const { voterGroups, minAge, evidence, ...rest } = others;
  const wished = methodIn(kind, method);
  const count = (text: string) => (text.trim() === '' ? null : Number(text));
  return {
    ...rest,
    kind,
    method: wished,
    options: kind === 'for-against' ? [] : options.filter(({ title }) => title.trim() !== ''),
    // Of one vote each there is one to choose.
    most: kind === 'choose' && wished === 'plurality' ? 1 : hasMost(kind) ? count(most) : null,
    quorum: count(quorum),
    majority: hasMajority(kind) ? majority : 'most',
    voter: {
      groups: voterGroups as Vote['voter']['groups'],
      minAge: count(minAge),
      evidence: evidence as Vote['voter']['evidence'],
    },
    opensAt: instantOf(opensAt),
    closesAt: instantOf(closesAt),
  };
}
