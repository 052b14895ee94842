import { SetMetadata } from '@nestjs/common';
import type { Role } from '@medvind/contracts';
import { notAllowed, notSignedIn, Problem } from '../errors/problem.js';
import type { RequestContext } from './context.js';

/** Who may use a route: anyone, anyone signed in, or those with one of the roles in the route's municipality. */
export type Grant = 'anyone' | 'signed-in' | Role;

export const ACCESS = 'medvind:access';

/** Declared on every route; a route that declares nothing refuses everybody. */
export const Access = (...grants: Grant[]) => SetMetadata(ACCESS, grants);

export const isGranted = (ctx: RequestContext, grants: readonly Grant[]): boolean =>
  grants.some(
    (grant) => grant === 'anyone' || (grant === 'signed-in' ? ctx.person !== null : ctx.has(grant)),
  );

/** Why someone is refused: not signed in, not a member here (and can become one), or not allowed. */
export const refusal = (ctx: RequestContext, grants: readonly Grant[]): Problem => {
  if (!ctx.person) return notSignedIn();
  return grants.includes('resident') ? new Problem(403, 'not-a-member') : notAllowed();
};

/** The permission line of a service method: `allow(ctx, can.hide(ctx, comment))`. */
export function allow(ctx: RequestContext, permitted: boolean): void {
  if (permitted) return;
  throw ctx.person ? notAllowed() : notSignedIn();
}
