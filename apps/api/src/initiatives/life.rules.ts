/**
 * The life of an initiative: in which state it is, what can happen to it there, and what it is then. Read it aloud:
 * "collecting: when it reaches its threshold it is reached, when its time runs out it is expired, …". Nothing else
 * moves an initiative, and who may do what, and when, is in `initiative.rules.ts`.
 */
export const INITIATIVE_STATUSES = [
  'draft',
  'confirming',
  'review',
  'collecting',
  'reached',
  'handed-over',
  'considered',
  'decided',
  'planned',
  'carried-out',
  'expired',
  'rejected',
  'withdrawn',
] as const;
export type InitiativeStatus = (typeof INITIATIVE_STATUSES)[number];

export const ACTS = [
  'ask',
  'rewrite',
  'submit',
  'publish',
  'reject',
  'reconsider',
  'reach',
  'reach-higher',
  'expire',
  'hand-over',
  'consider',
  'extend',
  'overdue',
  'decide',
  'undecide',
  'plan',
  'carry-out',
  'withdraw',
] as const;
export type Act = (typeof ACTS)[number];

export const LIFE: Record<InitiativeStatus, Partial<Record<Act, InitiativeStatus>>> = {
  draft: {
    ask: 'confirming',
    submit: 'review',
    publish: 'collecting',
    withdraw: 'withdrawn',
  },
  /** Co-proposers are asked to confirm it as it is. */
  confirming: {
    submit: 'review',
    publish: 'collecting',
    rewrite: 'draft',
    withdraw: 'withdrawn',
  },
  /** Somebody reads it before it is published. */
  review: {
    publish: 'collecting',
    reject: 'rejected',
    rewrite: 'draft',
    withdraw: 'withdrawn',
  },
  collecting: {
    reach: 'reached',
    'hand-over': 'handed-over',
    expire: 'expired',
    withdraw: 'withdrawn',
  },
  reached: {
    'reach-higher': 'reached',
    'hand-over': 'handed-over',
    decide: 'decided',
    withdraw: 'withdrawn',
  },
  /** The body that decides has it. */
  'handed-over': {
    'reach-higher': 'handed-over',
    consider: 'considered',
    overdue: 'handed-over',
    extend: 'handed-over',
    decide: 'decided',
  },
  considered: {
    'reach-higher': 'considered',
    extend: 'considered',
    overdue: 'considered',
    decide: 'decided',
  },
  decided: {
    decide: 'decided',
    undecide: 'considered',
    plan: 'planned',
    'carry-out': 'carried-out',
  },
  planned: {
    decide: 'planned',
    'carry-out': 'carried-out',
  },
  'carried-out': {
    decide: 'carried-out',
  },
  /** Its time ran out before enough supported it; an answer is given all the same where somebody wishes to. */
  expired: {
    'hand-over': 'handed-over',
    decide: 'decided',
  },
  rejected: {
    reconsider: 'review',
    rewrite: 'draft',
  },
  withdrawn: {},
};

/** What it is after that; null: that cannot happen to it now. */
export const after = (status: InitiativeStatus, act: Act): InitiativeStatus | null =>
  LIFE[status][act] ?? null;

/** States in which everyone can read it. */
export const PUBLIC_STATES = INITIATIVE_STATUSES.filter(
  (status) => !['draft', 'confirming', 'review', 'rejected'].includes(status),
);

/** States in which it can be supported, until its deadline. */
export const OPEN_STATES: readonly InitiativeStatus[] = [
  'collecting',
  'reached',
  'handed-over',
  'considered',
];

/** States in which it has an answer. */
export const ANSWERED_STATES: readonly InitiativeStatus[] = ['decided', 'planned', 'carried-out'];

interface Timed {
  status: InitiativeStatus;
  confirmBy: Date | null;
  deadline: Date | null;
  /** What was signed before the deadline is keyed in until then. */
  paperUntil?: Date | null;
  decideBy: Date | null;
  /** Already said that it is late. */
  overdueAt: Date | null;
}

/** When time moves it next, and what it does to it then; null: time does nothing to it. */
export function comingOf({ status, confirmBy, deadline, paperUntil, decideBy, overdueAt }: Timed): {
  at: Date;
  act: 'confirm-end' | 'collect-end' | 'overdue';
} | null {
  if (status === 'confirming' && confirmBy) return { at: confirmBy, act: 'confirm-end' };
  // Whether there were enough is known when the last sheet is keyed in.
  if (status === 'collecting' && paperUntil) return { at: paperUntil, act: 'collect-end' };
  if ((status === 'collecting' || status === 'reached') && deadline)
    return { at: deadline, act: 'collect-end' };
  if ((status === 'handed-over' || status === 'considered') && decideBy && !overdueAt)
    return { at: decideBy, act: 'overdue' };
  return null;
}

interface Ended {
  status: 'collecting' | 'reached';
  failure: 'closed' | 'reported' | 'deleted';
  /** One of the most supported of its month, where that is the rule. */
  isTop: boolean;
}

/** What the end of its time does, in this order. */
export function actsAtEnd({ status, failure, isTop }: Ended): Act[] {
  if (status === 'reached') return ['hand-over'];
  if (isTop) return ['reach', 'hand-over'];
  return failure === 'reported' ? ['expire', 'hand-over'] : ['expire'];
}

interface Counted {
  status: InitiativeStatus;
  supportCount: number;
  threshold: number | null;
  higherThreshold: number | null;
  higherAt: Date | null;
  handOver: 'at-once' | 'at-end';
}

/** What the latest support does to it, in this order. */
export function actsOfSupport(initiative: Counted): Act[] {
  const { status, supportCount, threshold, higherThreshold, higherAt, handOver } = initiative;
  const acts: Act[] = [];
  if (status === 'collecting' && threshold !== null && supportCount >= threshold)
    acts.push('reach', ...(handOver === 'at-once' ? (['hand-over'] as const) : []));
  if (higherThreshold !== null && higherAt === null && supportCount >= higherThreshold)
    acts.push('reach-higher');
  return acts;
}
