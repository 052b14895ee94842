import { Id, OptionalText, Part, Text } from '../platform/http/fields.js';

export class SimilarGoalsQuery {
  @Text({ max: 300 }) title: string;
  @OptionalText({ max: 4000 }) text?: string;
  /** The goal it is proposed under, which is no news. */
  @Id({ optional: true }) goalId?: string;
}

export class SimilarGoal {
  @Id() id: string;
  @Text() title: string;
  @Text() policy: string;
  @Text() language: string;
}

export class SimilarGoals {
  /** At most three, the most similar first. */
  @Part(() => SimilarGoal, { array: true }) items: SimilarGoal[];
}
