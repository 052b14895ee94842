import type { RequestContext } from '../platform/http/context.js';
import type { Initiative } from './initiative.entity.js';
import {
  getAnswerBlockers,
  getParticipationBlockers,
  getSupportBlockers,
  isOpen,
  isPublished,
  isWithdrawable,
} from './initiative.rules.js';

export const can = {
  participate: (ctx: RequestContext) => ctx.has('resident'),
  changeRule: (ctx: RequestContext) => ctx.has('administrator'),
  moderate: (ctx: RequestContext) => ctx.has('moderator'),
  answer: (ctx: RequestContext) => ctx.has('staff'),
  /** A draft is its proposer's alone, until it waits for a moderator. */
  read: (ctx: RequestContext, initiative: Initiative) =>
    isPublished(initiative) ||
    isProposer(ctx, initiative) ||
    (initiative.heldAt !== null && ctx.has('moderator')),
  /** What a moderator took out of sight stays legible to moderators and to its proposer; what the law forbids does not. */
  readHidden: (ctx: RequestContext, initiative: Initiative) =>
    !initiative.quarantinedAt && (ctx.has('moderator') || isProposer(ctx, initiative)),
  support: (ctx: RequestContext, initiative: Initiative, now: Date) =>
    ctx.has('resident') && getSupportBlockers(initiative, ctx.person?.id ?? null, now).length === 0,
  withdrawSupport: (ctx: RequestContext, initiative: Initiative, now: Date) =>
    ctx.has('resident') && isOpen(initiative, now),
  takePart: (ctx: RequestContext, initiative: Initiative, now: Date) =>
    ctx.has('resident') && getParticipationBlockers(initiative, now).length === 0,
  edit: (ctx: RequestContext, initiative: Initiative) =>
    ctx.has('resident') &&
    isProposer(ctx, initiative) &&
    initiative.status === 'draft' &&
    !initiative.hiddenAt,
  /** To add to what is published. */
  remark: (ctx: RequestContext, initiative: Initiative) => ctx.has('resident') && isProposer(ctx, initiative),
  withdraw: (ctx: RequestContext, initiative: Initiative, now: Date) =>
    ctx.has('resident') && isProposer(ctx, initiative) && isWithdrawable(initiative, now),
  answerNow: (ctx: RequestContext, initiative: Initiative, now: Date) =>
    ctx.has('staff') && getAnswerBlockers(initiative, now).length === 0,
  report: (ctx: RequestContext, initiative: Initiative) =>
    isPublished(initiative) && initiative.hiddenAt === null && !isProposer(ctx, initiative),
};

export const isProposer = (ctx: RequestContext, { proposerId }: Initiative): boolean =>
  proposerId !== null && proposerId === ctx.person?.id;
