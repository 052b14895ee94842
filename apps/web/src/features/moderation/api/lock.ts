import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const lockMutation = (municipality: string, threadId: string, action: 'lock' | 'unlock') =>
  mutationOptions({
    mutationFn: (reason: string, ctx) => {
      const given = { params: { path: { municipality, threadId } }, body: { reason } };
      return unwrap(
        action === 'lock'
          ? api(ctx).POST('/api/municipalities/{municipality}/threads/{threadId}/lock', given)
          : api(ctx).POST('/api/municipalities/{municipality}/threads/{threadId}/unlock', given),
      );
    },
  });
