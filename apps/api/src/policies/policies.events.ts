/** Policies with their goals were written and can be read by everyone. */
export class GoalsPublished {
  constructor(readonly goalIds: readonly string[]) {}
}
