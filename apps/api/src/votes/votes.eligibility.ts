import type { RequestContext } from '../platform/http/context.js';
import type { Vote } from './vote.entity.js';

/** Who may vote, in one place: residents. What else a vote may ask of its voters is asked here. */
export const isVoter = (ctx: RequestContext, _vote: Pick<Vote, 'id'>): boolean => ctx.has('resident');
