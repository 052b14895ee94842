import type { Schema } from '@medvind/api-client';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const ruleQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['initiative-rule', municipality],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/initiative-rule', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });

export const changeRuleMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'InitiativeRuleInput'>, ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/initiative-rule', {
          params: { path: { municipality } },
          body,
        }),
      ),
    onSuccess: (rule, _, __, { client }) => client.setQueryData(ruleQuery(municipality).queryKey, rule),
  });
