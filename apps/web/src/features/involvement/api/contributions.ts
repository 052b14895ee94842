import type { QueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** The next of what was said under a theme. */
export const fetchContributions = (
  client: QueryClient,
  municipality: string,
  themeId: string,
  after: string,
) =>
  unwrap(
    api({ client }).GET('/api/municipalities/{municipality}/themes/{themeId}/contributions', {
      params: { path: { municipality, themeId }, query: { after } },
    }),
  );
