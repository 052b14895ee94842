import type { Schema } from '@medvind/api-client';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** Reasons to begin from, in the municipality's language. */
export const templatesQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['moderation', municipality, 'templates'],
    staleTime: Infinity,
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/moderation/templates', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });

export const changeTemplateMutation = (municipality: string, code: Schema<'ReasonCode'>) =>
  mutationOptions({
    mutationFn: (body: Schema<'ReasonTemplateInput'>, ctx) =>
      unwrap(
        api(ctx).PUT('/api/municipalities/{municipality}/moderation/templates/{code}', {
          params: { path: { municipality, code } },
          body,
        }),
      ),
  });
