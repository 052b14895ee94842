import type { Contribution } from '../initiatives/contributions.js';

interface ProcessName {
  id: string;
  title: string;
}

/** A process took these contributions in. */
export class InputLinked {
  constructor(
    readonly process: ProcessName,
    readonly contributions: readonly Contribution[],
  ) {}
}

/** The response to a theme was published; it answers these contributions. */
export class ThemeAnswered {
  constructor(
    readonly process: ProcessName,
    readonly theme: { id: string; title: string; outcome: string },
    readonly contributions: readonly Contribution[],
  ) {}
}

/** Residents can take part in it now. */
export class ProcessOpened {
  constructor(readonly processId: string) {}
}

/** It ended, with a response to every theme. */
export class ProcessClosed {
  constructor(readonly processId: string) {}
}
