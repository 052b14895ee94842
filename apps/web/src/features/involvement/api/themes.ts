import type { Schema } from '@medvind/api-client';
import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

const OF_PROCESS = '/api/municipalities/{municipality}/processes/{processId}/themes';
const THEME = '/api/municipalities/{municipality}/themes/{themeId}';

export const addThemeMutation = (municipality: string, processId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'ThemeInput'>, ctx) =>
      unwrap(api(ctx).POST(OF_PROCESS, { params: { path: { municipality, processId } }, body })),
  });

export const reorderThemesMutation = (municipality: string, processId: string) =>
  mutationOptions({
    mutationFn: (themeIds: string[], ctx) =>
      unwrap(api(ctx).PUT(OF_PROCESS, { params: { path: { municipality, processId } }, body: { themeIds } })),
  });

export const renameThemeMutation = (municipality: string, themeId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'ThemeInput'>, ctx) =>
      unwrap(api(ctx).PUT(THEME, { params: { path: { municipality, themeId } }, body })),
  });

export const removeThemeMutation = (municipality: string, themeId: string) =>
  mutationOptions({
    mutationFn: (_: void, ctx) =>
      unwrap(api(ctx).DELETE(THEME, { params: { path: { municipality, themeId } } })),
  });

export const respondMutation = (municipality: string, themeId: string) =>
  mutationOptions({
    mutationFn: (body: Schema<'ResponseInput'>, ctx) =>
      unwrap(api(ctx).PUT(`${THEME}/response`, { params: { path: { municipality, themeId } }, body })),
  });

export const publishResponseMutation = (municipality: string, themeId: string) =>
  mutationOptions({
    mutationFn: (_: void, ctx) =>
      unwrap(api(ctx).POST(`${THEME}/response/publish`, { params: { path: { municipality, themeId } } })),
  });
