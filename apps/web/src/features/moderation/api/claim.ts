import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

interface Claiming {
  caseId: string;
  takeOver?: boolean;
}

export const claimMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: ({ caseId, takeOver = false }: Claiming, ctx) =>
      unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/moderation/cases/{caseId}/claim', {
          params: { path: { municipality, caseId } },
          body: { takeOver },
        }),
      ),
  });

export const releaseMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: ({ caseId }: Claiming, ctx) =>
      unwrap(
        api(ctx).DELETE('/api/municipalities/{municipality}/moderation/cases/{caseId}/claim', {
          params: { path: { municipality, caseId } },
        }),
      ),
  });
