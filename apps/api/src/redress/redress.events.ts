import type { AppealOutcome } from './appeal.entity.js';
import type { RestrictionOutcome } from './restriction.entity.js';

/** Somebody else has looked at a decision again. */
export class AppealDecided {
  constructor(
    readonly appeal: {
      id: string;
      /** null: made without an account. */
      personId: string | null;
      outcome: AppealOutcome;
      answer: string;
      /** The page below the municipality where the answer stands. */
      path: string;
    },
  ) {}
}

/** Somebody is asked what they say to being suspended. */
export class HearingOpened {
  constructor(readonly restriction: { id: string; personId: string; answerBy: Date; provisional: boolean }) {}
}

export class RestrictionDecided {
  constructor(
    readonly restriction: {
      id: string;
      personId: string;
      outcome: RestrictionOutcome;
      reason: string;
      endsAt: Date | null;
    },
  ) {}
}

/** They can write again. */
export class RestrictionEnded {
  constructor(readonly restriction: { id: string; personId: string; reason: string }) {}
}
