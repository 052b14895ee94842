import type { Schema } from '@medvind/api-client';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export type Template = Schema<'AnswerTemplateView'>;

export const templatesQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['answer-templates', municipality],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/answer-templates', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });

/** A new one, or a change of the one that is named. */
export const saveTemplateMutation = (municipality: string, templateId?: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'AnswerTemplateInput'>, ctx) =>
      unwrap(
        templateId
          ? api(ctx).PUT('/api/municipalities/{municipality}/answer-templates/{templateId}', {
              params: { path: { municipality, templateId } },
              body,
            })
          : api(ctx).POST('/api/municipalities/{municipality}/answer-templates', {
              params: { path: { municipality } },
              body,
            }),
      ),
    onSuccess: (list, _, __, { client }) => client.setQueryData(templatesQuery(municipality).queryKey, list),
  });

export const removeTemplateMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: (templateId: string, ctx) =>
      unwrap(
        api(ctx).DELETE('/api/municipalities/{municipality}/answer-templates/{templateId}', {
          params: { path: { municipality, templateId } },
        }),
      ),
    onSuccess: (list, _, __, { client }) => client.setQueryData(templatesQuery(municipality).queryKey, list),
  });

export const previewMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'ManyAnswersInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/initiative-answers/preview', {
          params: { path: { municipality } },
          body,
        }),
      ),
  });

export const answerManyMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'ManyAnswersInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/initiative-answers', {
          params: { path: { municipality } },
          body,
        }),
      ),
  });

export const undoManyMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'ManyUndoInput'>, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/initiative-answers/undo', {
          params: { path: { municipality } },
          body,
        }),
      ),
  });
