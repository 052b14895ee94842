import type { Schema } from '@medvind/api-client';
import { api, unwrap } from '../../../lib/api.js';
import { pagedQuery } from '../../../lib/paged.js';

export const LISTED_STATES = [
  'collecting',
  'reached',
  'handed-over',
  'considered',
  'decided',
  'planned',
  'carried-out',
  'expired',
  'withdrawn',
] as const;
export const ORDERS = ['newest', 'most-supported'] as const;

export interface InitiativeFilter {
  text: string;
  state: (typeof LISTED_STATES)[number] | '';
  order: (typeof ORDERS)[number];
  /** A district's id, or empty. */
  district: string;
  /** Where a page without a script goes on. */
  after: string | undefined;
}

export type Initiative = Schema<'InitiativeView'>;
export type InitiativeSummary = Schema<'InitiativeSummary'>;

/** What an address asks for; what it cannot mean is left out. */
export const filterOf = (search: URLSearchParams): InitiativeFilter => ({
  text: search.get('text')?.slice(0, 200) ?? '',
  state: LISTED_STATES.find((state) => state === search.get('state')) ?? '',
  order: ORDERS.find((order) => order === search.get('order')) ?? 'newest',
  district: /^[\da-f-]{36}$/i.exec(search.get('district') ?? '')?.[0] ?? '',
  after: search.get('after') ?? undefined,
});

export const initiativesQuery = (
  municipality: string,
  { text, state, order, district, after }: InitiativeFilter,
) =>
  pagedQuery(
    ['initiatives', municipality, { text, state, order, district, after }],
    (query, ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/initiatives', {
          params: {
            path: { municipality },
            query: {
              order,
              ...(text && { text }),
              ...(state && { state }),
              ...(district && { districtId: district }),
              ...query,
            },
          },
          signal: ctx.signal,
        }),
      ),
    after,
  );
