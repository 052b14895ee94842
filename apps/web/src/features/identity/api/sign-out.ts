import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

export const signOutMutation = () =>
  mutationOptions({ mutationFn: (_: void, ctx) => unwrap(api(ctx).DELETE('/api/session')) });
