import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Schema } from '@medvind/api-client';
import { api, unwrap } from '../../../lib/api.js';

export const actionInputsQuery = (municipality: string, actionId: string) =>
  infiniteQueryOptions({
    queryKey: ['action-inputs', municipality, actionId],
    initialPageParam: undefined as string | undefined,
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/actions/{actionId}/inputs', {
          params: { path: { municipality, actionId }, query: { after: ctx.pageParam } },
          signal: ctx.signal,
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

/** All of them, for the form that says what the action builds on: what it leaves out would be unlinked. */
export const allInputsQuery = (municipality: string, actionId: string) =>
  queryOptions({
    queryKey: ['action-inputs', municipality, actionId, 'all'],
    queryFn: async (ctx) => {
      const items: Schema<'ActionInputView'>[] = [];
      for (let after: string | undefined; ;) {
        const page = await unwrap(
          api(ctx).GET('/api/municipalities/{municipality}/actions/{actionId}/inputs', {
            params: { path: { municipality, actionId }, query: { limit: 100, after } },
            signal: ctx.signal,
          }),
        );
        items.push(...page.items);
        if (!page.next) return items;
        after = page.next;
      }
    },
  });
