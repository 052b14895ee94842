import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** The units somebody works in, and those there are. */
export const memberUnitsQuery = (municipality: string, personId: string) =>
  queryOptions({
    queryKey: ['member-units', municipality, personId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/members/{personId}/units', {
          params: { path: { municipality, personId } },
          signal: ctx.signal,
        }),
      ),
  });

export const assignUnitsMutation = (municipality: string, personId: string) =>
  mutationOptions({
    mutationFn: (unitIds: string[], ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/members/{personId}/units', {
          params: { path: { municipality, personId } },
          body: { unitIds },
        }),
      ),
    onSuccess: (units, _, __, { client }) => {
      client.setQueryData(memberUnitsQuery(municipality, personId).queryKey, units);
      // One's own are among what one chooses from.
      void client.invalidateQueries({ queryKey: ['initiative-cases', municipality] });
      void client.invalidateQueries({ queryKey: ['initiative-case-choices', municipality] });
    },
  });
