import type { InitiativeStatus } from './life.rules.js';
import { daysAfter, type Scheme } from './scheme.rules.js';

/** The municipality has it, and somebody waits for what it says. */
export const WAITING_STATES: readonly InitiativeStatus[] = ['reached', 'handed-over', 'considered'];

interface Handled {
  unitId: string | null;
  assigneeId: string | null;
  noticeBy: Date | null;
  toldAt: Date | null;
}

/** Until when its proposers are to be told who deals with it; null: the rule sets no such time. */
export const noticeByOf = ({ decision }: Scheme, handedOverAt: Date): Date | null =>
  decision.noticeDays === null ? null : daysAfter(handedOverAt, decision.noticeDays);

/** What is to be done next by when: tell who deals with it, or decide. */
export const dueOf = (
  { noticeBy, toldAt }: Handled,
  { status, decideBy }: { status: InitiativeStatus; decideBy: Date | null },
): { what: 'notice' | 'decision'; at: Date } | null => {
  if (!WAITING_STATES.includes(status)) return null;
  if (noticeBy && !toldAt && (!decideBy || noticeBy <= decideBy)) return { what: 'notice', at: noticeBy };
  return decideBy && { what: 'decision', at: decideBy };
};

/**
 * Whether its proposers hear now who deals with it: once it was handed over and somebody has it, and again when another
 * unit has. Who within the unit sits with it is no news.
 */
export const isHandlerNews = (
  before: Handled,
  now: Handled,
  { handedOverAt, status }: { handedOverAt: Date | null; status: InitiativeStatus },
): boolean =>
  handedOverAt !== null &&
  WAITING_STATES.includes(status) &&
  now.unitId !== null &&
  now.assigneeId !== null &&
  (before.toldAt === null || before.unitId !== now.unitId);
