import type { RequestContext } from '../platform/http/context.js';
import type { Vote } from './vote.entity.js';
import { getVotingBlockers, stateAt } from './vote.rules.js';
import { isVoter } from './votes.eligibility.js';

export const can = {
  /** A draft is the staff's. */
  read: (ctx: RequestContext, vote: Vote) => vote.publishedAt !== null || ctx.has('staff'),
  make: (ctx: RequestContext) => ctx.has('staff'),
  edit: (ctx: RequestContext, vote: Vote) => ctx.has('staff') && vote.publishedAt === null,
  /** What is over stands. */
  callOff: (ctx: RequestContext, vote: Vote, now: Date) =>
    ctx.has('staff') && ['coming', 'open'].includes(stateAt(vote, now)),
  vote: (ctx: RequestContext, vote: Vote, now: Date) =>
    isVoter(ctx, vote) && getVotingBlockers(vote, now).length === 0,
};
