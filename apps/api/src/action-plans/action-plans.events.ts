import type { Contribution } from '../initiatives/contributions.js';

interface PlannedAction {
  planId: string;
  year: number;
  actionId: string;
  title: string;
}

/** A published plan has an action that builds on these contributions. */
export class InputPlanned {
  constructor(
    readonly action: PlannedAction,
    readonly contributions: readonly Contribution[],
  ) {}
}

/** What came of an action was told; it built on these contributions. */
export class ResultReported {
  constructor(
    readonly action: PlannedAction & { result: string },
    readonly contributions: readonly Contribution[],
  ) {}
}

/** A plan can be read by everyone. */
export class PlanPublished {
  constructor(
    readonly planId: string,
    readonly policyId: string,
    /** Of its actions. */
    readonly goalIds: readonly string[],
  ) {}
}
