import type { Initiative } from './initiative.entity.js';
import type { Reminder } from './case-reminders.repository.js';
import type { Act } from './life.rules.js';

/** Its page is not what it was; pages that show it ask again. */
export class InitiativeChanged {
  constructor(
    readonly initiativeId: string,
    readonly revision: number,
  ) {}
}

export class InitiativePublished {
  constructor(readonly initiative: Initiative) {}
}

/** To be published, and held back until a moderator has seen it. */
export class InitiativeHeld {
  constructor(
    readonly initiative: Initiative,
    readonly reason: string,
  ) {}
}

/** Its proposer writes on what waited for a moderator, or gave it up: there is nothing to decide any more. */
export class InitiativeTakenBack {
  constructor(readonly initiative: Initiative) {}
}

/** A step of its life that those behind it are told of: handed over, considered, extended, late, planned, carried out, rejected. */
export class InitiativeMoved {
  constructor(
    readonly initiative: Initiative,
    readonly act: Act,
    readonly said: { note: string | null; until: Date | null },
  ) {}
}

/** Somebody stands behind it beside its proposer. */
export class CoProposerConfirmed {
  constructor(
    readonly initiative: Initiative,
    readonly personId: string,
    /** As many have as it takes. */
    readonly isEnough: boolean,
  ) {}
}

/** Two proposers are asked whether theirs become one. */
export class MergeAsked {
  constructor(
    readonly from: Initiative,
    readonly into: Initiative,
    readonly reason: string,
  ) {}
}

/** What became of it: one of the proposers said yes or no, both said yes, or those who asked took it back, or undid it. */
export type MergeAnswer = 'agree' | 'decline' | 'merge' | 'take-back' | 'undo';

export class MergeAnswered {
  constructor(
    readonly from: Initiative,
    readonly into: Initiative,
    readonly askerId: string | null,
    readonly answer: MergeAnswer,
    /** Only those who are for it go along. */
    readonly leavesVotes: boolean,
  ) {}
}

/** As many support it as the rule asks for. */
export class InitiativeReached {
  constructor(readonly initiative: Initiative) {}
}

/** Its deadline passed before enough supported it. */
export class InitiativeExpired {
  constructor(readonly initiative: Initiative) {}
}

export class InitiativeAnswered {
  constructor(readonly initiative: Initiative) {}
}

/** Somebody who works here is to deal with it. */
export class CaseAssigned {
  constructor(
    readonly initiative: Initiative,
    readonly assigneeId: string,
  ) {}
}

/** A colleague is asked what they think of it, or has said so. */
export class OpinionAsked {
  constructor(
    readonly initiative: Initiative,
    readonly askedId: string,
    readonly askerId: string,
  ) {}
}
export class OpinionGiven {
  constructor(
    readonly initiative: Initiative,
    readonly askerId: string,
    readonly askedId: string,
  ) {}
}

/** Its proposers may know who deals with it. */
export class HandlerNamed {
  constructor(
    readonly initiative: Initiative,
    readonly unit: string,
  ) {}
}

/** Deadlines come near or have passed; told within the transaction that writes down that they were. */
export class DeadlinesCame {
  constructor(readonly reminders: readonly Reminder[]) {}
}
