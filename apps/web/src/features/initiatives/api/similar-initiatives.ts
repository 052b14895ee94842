import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export interface Typed {
  title: string;
  text: string;
  goalId: string;
}

/** While the next answer is on its way the last one stays, so that nothing jumps under the fingers. */
export const similarInitiativesQuery = (municipality: string, { title, text, goalId }: Typed) =>
  queryOptions({
    queryKey: ['similar-initiatives', municipality, { title, text, goalId }],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/initiatives/similar', {
          params: { path: { municipality }, query: { title, text, goalId } },
          signal: ctx.signal,
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });

/** What the municipality wants already. */
export const similarGoalsQuery = (municipality: string, { title, text, goalId }: Typed) =>
  queryOptions({
    queryKey: ['similar-goals', municipality, { title, text, goalId }],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/initiatives/similar-goals', {
          params: { path: { municipality }, query: { title, text, goalId } },
          signal: ctx.signal,
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });
