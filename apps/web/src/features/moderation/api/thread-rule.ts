import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const threadRuleQuery = (municipality: string, threadId: string) =>
  queryOptions({
    queryKey: ['moderation', municipality, 'thread-rule', threadId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/threads/{threadId}/rule', {
          params: { path: { municipality, threadId } },
          signal: ctx.signal,
        }),
      ),
  });

export const ruleThreadMutation = (municipality: string, threadId: string) =>
  mutationOptions({
    mutationFn: (holdAll: boolean | null, ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/threads/{threadId}/rule', {
          params: { path: { municipality, threadId } },
          body: { holdAll },
        }),
      ),
    onSuccess: (rule, _, __, { client }) =>
      client.setQueryData(threadRuleQuery(municipality, threadId).queryKey, rule),
  });
