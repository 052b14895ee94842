/** What a moderator decided about, and whom it concerns. */
export interface Moderated {
  kind: 'comment' | 'initiative';
  id: string;
  authorId: string | null;
  /** The page it stands on, below the municipality. */
  path: string;
}

export class ContributionHidden {
  constructor(
    readonly contribution: Moderated,
    readonly reasonCode: string,
    readonly reason: string,
  ) {}
}

export class ContributionRestored {
  constructor(
    readonly contribution: Moderated,
    readonly reason: string,
  ) {}
}

/** Something came into the queue or left it. */
export class QueueChanged {
  constructor(readonly municipalityId: string) {}
}
