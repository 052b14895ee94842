import type { Language } from '@medvind/contracts';
import type { DehydratedState } from '@tanstack/react-query';
import type { Messages } from '../i18n/i18n.js';
import type { ApiProblem } from '../lib/api-problem.js';
import type { ColorScheme } from './color-scheme.js';

/** What the browser needs to go on where the server stopped. */
export interface PageState {
  language: Language;
  messages: Messages;
  queries: DehydratedState;
  colorScheme: ColorScheme;
  /** Where the page's own code is; absent in development, and for pages that are not to be found. */
  pageFile?: string | undefined;
  problem?: { code: ApiProblem['code']; status: number };
}
