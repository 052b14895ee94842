import type { Schema } from '@medvind/api-client';
import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** What can be reported, hidden and restored. */
export interface Contribution {
  kind: 'comment' | 'initiative';
  id: string;
}

export const reportMutation = (municipality: string, { kind, id }: Contribution) =>
  mutationOptions({
    mutationFn: (body: Schema<'ReportInput'>, ctx) =>
      unwrap(
        kind === 'comment'
          ? api(ctx).POST('/api/municipalities/{municipality}/comments/{commentId}/reports', {
              params: { path: { municipality, commentId: id } },
              body,
            })
          : api(ctx).POST('/api/municipalities/{municipality}/initiatives/{initiativeId}/reports', {
              params: { path: { municipality, initiativeId: id } },
              body,
            }),
      ),
  });
