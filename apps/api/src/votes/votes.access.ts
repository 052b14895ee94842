import type { RequestContext } from '../platform/http/context.js';
import type { EligibilityGap } from '../identity/eligibility.rules.js';
import type { Vote } from './vote.entity.js';
import { getVotingBlockers, stateAt } from './vote.rules.js';

export const can = {
  /** A draft is the staff's. */
  read: (ctx: RequestContext, vote: Vote) => vote.publishedAt !== null || ctx.has('staff'),
  make: (ctx: RequestContext) => ctx.has('staff'),
  edit: (ctx: RequestContext, vote: Vote) => ctx.has('staff') && vote.publishedAt === null,
  /** What is over stands. */
  callOff: (ctx: RequestContext, vote: Vote, now: Date) =>
    ctx.has('staff') && ['coming', 'open'].includes(stateAt(vote, now)),
  /** Residents, where the vote asks for no more of them. */
  vote: (ctx: RequestContext, vote: Vote, gaps: readonly EligibilityGap[], now: Date) =>
    ctx.has('resident') && getVotingBlockers(vote, now, gaps).length === 0,
};
