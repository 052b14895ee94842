/** Policies with their goals were written and can be read by everyone. */
export class GoalsPublished {
  constructor(readonly goalIds: readonly string[]) {}
}

/** A goal has another title or text than before. */
export class GoalCorrected {
  constructor(readonly goalId: string) {}
}
