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
  problem?: { code: ApiProblem['code']; status: number };
}
