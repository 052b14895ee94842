import type { ContributionAction } from './moderation.rules.js';

/** What a moderator decided about, and whom it concerns. */
export interface Moderated {
  kind: 'comment' | 'initiative';
  id: string;
  authorId: string | null;
  /** The page it stands on, below the municipality. */
  path: string;
  /** Its title, or how its text begins; for its author and those who reported it. */
  text: string;
  /** The line in the log. */
  decisionId: string;
}

/** Hidden, or removed from all eyes. */
export class ContributionHidden {
  constructor(
    readonly contribution: Moderated,
    readonly reasonCode: string,
    readonly reason: string,
    /** What its author can read about it; null where the account is gone. */
    readonly statementId: string | null,
  ) {}
}

/** Personal data was taken out of it, or it was taken to where it belongs. */
export class ContributionChanged {
  constructor(
    readonly contribution: Moderated,
    readonly action: 'edit' | 'move',
    readonly reason: string,
    readonly statementId: string | null,
  ) {}
}

export class ContributionRestored {
  constructor(
    readonly contribution: Moderated,
    readonly reason: string,
  ) {}
}

/** By who made it, within minutes: it is as if it had not been. */
export class DecisionTakenBack {
  constructor(
    readonly contribution: Moderated,
    /** Whether it had been hidden, and can be read again. */
    readonly restored: boolean,
    readonly reason: string,
  ) {}
}

/** It waited for a moderator, and is everyone's to read now. */
export class ContributionPublished {
  constructor(readonly contribution: Moderated) {}
}

/** Reports were looked at; those who made them signed in are told. */
export class ReportsAnswered {
  constructor(
    readonly contribution: Moderated,
    readonly action: ContributionAction,
    readonly reporterIds: readonly string[],
  ) {}
}

/** Something came into the queue or left it. */
export class QueueChanged {
  constructor(readonly municipalityId: string) {}
}
