import type { RequestContext } from '../platform/http/context.js';
import type { EligibilityGap } from '../identity/eligibility.rules.js';
import type { Initiative } from './initiative.entity.js';
import { after, type Act } from './life.rules.js';
import type { Scheme } from './scheme.rules.js';
import {
  getAnswerBlockers,
  getParticipationBlockers,
  getSupportBlockers,
  isPublished,
  isSupportWithdrawable,
  getWithdrawalBlockers,
} from './initiative.rules.js';

export const can = {
  participate: (ctx: RequestContext) => ctx.has('resident'),
  changeRule: (ctx: RequestContext) => ctx.has('administrator'),
  moderate: (ctx: RequestContext) => ctx.has('moderator'),
  answer: (ctx: RequestContext) => ctx.has('staff'),
  /** To say which units somebody works in. */
  assignUnits: (ctx: RequestContext) => ctx.has('administrator'),
  /** What is not published is its proposer's alone, until it waits for a moderator. */
  read: (ctx: RequestContext, initiative: Initiative) =>
    isPublished(initiative) ||
    isProposer(ctx, initiative) ||
    ((initiative.heldAt !== null || initiative.status === 'rejected') && ctx.has('moderator')),
  /** What a moderator took out of sight stays legible to moderators and to its proposer; what the law forbids does not. */
  readHidden: (ctx: RequestContext, initiative: Pick<Initiative, 'quarantinedAt' | 'proposerId'>) =>
    !initiative.quarantinedAt && (ctx.has('moderator') || isProposer(ctx, initiative)),
  support: (ctx: RequestContext, initiative: Initiative, gaps: readonly EligibilityGap[], now: Date) =>
    ctx.has('resident') && getSupportBlockers(initiative, ctx.person?.id ?? null, now, gaps).length === 0,
  withdrawSupport: (
    ctx: RequestContext,
    initiative: Initiative,
    withdrawal: Scheme['withdrawal'],
    now: Date,
  ) => ctx.has('resident') && isSupportWithdrawable(initiative, withdrawal, now),
  takePart: (ctx: RequestContext, initiative: Initiative, now: Date) =>
    ctx.has('resident') && getParticipationBlockers(initiative, now).length === 0,
  edit: (ctx: RequestContext, initiative: Initiative) =>
    ctx.has('resident') &&
    isProposer(ctx, initiative) &&
    (initiative.status === 'draft' || after(initiative.status, 'rewrite') !== null) &&
    !initiative.hiddenAt,
  /** To add to what is published. */
  remark: (ctx: RequestContext, initiative: Initiative) => ctx.has('resident') && isProposer(ctx, initiative),
  /** What came on paper. */
  keyIn: (ctx: RequestContext, initiative: Initiative) => ctx.has('staff') && isPublished(initiative),
  /** Reads what waits before it is published, and may turn it down. */
  review: (ctx: RequestContext, { status, hiddenAt }: Initiative) =>
    ctx.has('moderator') && status === 'review' && hiddenAt === null,
  /** The steps of an initiative that was handed over. */
  move: (ctx: RequestContext, { status, hiddenAt }: Initiative, act: Act) =>
    ctx.has('staff') && hiddenAt === null && after(status, act) !== null,
  withdraw: (ctx: RequestContext, initiative: Initiative, holdsMerged: boolean, now: Date) =>
    ctx.has('resident') &&
    isProposer(ctx, initiative) &&
    getWithdrawalBlockers(initiative, holdsMerged, now).length === 0,
  answerNow: (ctx: RequestContext, initiative: Initiative, now: Date) =>
    ctx.has('staff') && getAnswerBlockers(initiative, now).length === 0,
  report: (ctx: RequestContext, initiative: Initiative) =>
    isPublished(initiative) && initiative.hiddenAt === null && !isProposer(ctx, initiative),
};

/** Whoever has the link can read what they are asked to stand behind, while that is asked. */
export const isInvited = ({ status, invitation }: Initiative, given?: string): boolean =>
  status === 'confirming' && invitation !== null && invitation === given;

export const isProposer = (ctx: RequestContext, { proposerId }: Pick<Initiative, 'proposerId'>): boolean =>
  proposerId !== null && proposerId === ctx.person?.id;
