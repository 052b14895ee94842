import type { Rejection } from '@medvind/contracts';

/** Grounds that say of the text itself that it is against the law, or about somebody in particular. */
const UNREADABLE: readonly Rejection[] = ['unlawful', 'individual-case', 'staff-matter'];

/** Whether everyone may read what was proposed, beside why it was not published. */
export const isTextTellable = (code: Rejection, withheld: boolean): boolean =>
  !withheld && !UNREADABLE.includes(code);
