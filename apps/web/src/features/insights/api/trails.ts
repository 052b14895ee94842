import type { Schema } from '@medvind/api-client';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import { useMunicipality } from '../../../lib/municipality.js';

export type Trail = Schema<'TrailView'>;

/** As many as one request may ask for. */
const MOST = 200;

/** The trails of everything on a page with one request. */
export const trailsQuery = (municipality: string, contributions: readonly string[]) => {
  const ids = contributions.toSorted();
  return queryOptions({
    queryKey: ['trails', municipality, ids],
    queryFn: async (ctx): Promise<Trail[]> => {
      const parts = Array.from({ length: Math.ceil(ids.length / MOST) }, (_, part) =>
        ids.slice(part * MOST, (part + 1) * MOST),
      );
      const answers = await Promise.all(
        parts.map((part) =>
          unwrap(
            api(ctx).GET('/api/municipalities/{municipality}/trails', {
              params: { path: { municipality }, query: { ids: part.join(',') } },
              signal: ctx.signal,
            }),
          ),
        ),
      );
      return answers.flatMap(({ items }) => items);
    },
  });
};

/** By the contribution's id. A page without its trails is still worth reading: what cannot be had is left out. */
export function useTrails(ids: readonly string[]): ReadonlyMap<string, Trail> {
  const { slug } = useMunicipality();
  const { data = [] } = useQuery({ ...trailsQuery(slug, ids), placeholderData: keepPreviousData });
  return new Map(data.map((trail) => [trail.id, trail]));
}
