import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const municipalitiesQuery = () =>
  queryOptions({
    queryKey: ['municipalities'],
    queryFn: (ctx) => unwrap(api(ctx).GET('/api/municipalities', { signal: ctx.signal })),
  });
