import type { Schema } from '@medvind/api-client';
import type { Role } from '@medvind/contracts';
import { infiniteQueryOptions, mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export type Member = Schema<'MemberView'>;

export interface MemberFilter {
  search: string;
  /** Without one: all who were given a role. */
  role: Role | '';
  /** Where a page without a script goes on. */
  after: string | undefined;
}

export const membersQuery = (municipality: string, { search, role, after }: MemberFilter) =>
  infiniteQueryOptions({
    queryKey: ['members', municipality, { search, role, after }],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/members', {
          params: {
            path: { municipality },
            query: {
              ...(search && { search }),
              ...(role ? { role } : { given: true }),
              ...(ctx.pageParam && { after: ctx.pageParam }),
            },
          },
          signal: ctx.signal,
        }),
      ),
    initialPageParam: after,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const setRolesMutation = (municipality: string, personId: string) =>
  mutationOptions({
    mutationFn: (roles: Role[], ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/members/{personId}/roles', {
          params: { path: { municipality, personId } },
          body: { roles },
        }),
      ),
  });
