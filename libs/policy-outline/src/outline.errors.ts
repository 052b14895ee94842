export type OutlineErrorCode = 'not-text' | 'empty';

/** A document that cannot be outlined. `code` is stable and meant for translation; the message is for logs. */
export class OutlineError extends Error {
  constructor(
    readonly code: OutlineErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'OutlineError';
  }
}
