import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';

/** A document to look at before it is published: a file, or pasted text. */
export const beginImportMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: ({ file, text }: { file: File | null; text: string }, ctx) => {
      const form = new FormData();
      if (file) form.append('file', file);
      else form.append('text', text);
      return unwrap(
        api(ctx).POST('/api/municipalities/{municipality}/policy-imports', {
          params: { path: { municipality } },
          // The browser writes the boundaries of the parts.
          body: {},
          bodySerializer: () => form,
        }),
      );
    },
  });
