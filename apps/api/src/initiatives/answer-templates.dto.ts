import { LIMITS, INITIATIVE_OUTCOMES, type InitiativeOutcome } from '@medvind/contracts';
import { Id, Instant, OneOf, Part, Text } from '../platform/http/fields.js';
import { INITIATIVE_STATUSES, type InitiativeStatus } from './life.rules.js';

/** More than anybody looks through before they send it. */
export const MOST_AT_ONCE = 50;

export class AnswerTemplateInput {
  @Text({ max: LIMITS.title.max }) title: string;
  @OneOf(INITIATIVE_OUTCOMES, 'Outcome') outcome: InitiativeOutcome;
  /** With places for "{title}", "{reference}" and "{support}". */
  @Text({ ...LIMITS.response, published: true }) text: string;
}

export class AnswerTemplateView {
  @Id() id: string;
  @Text() title: string;
  @OneOf(INITIATIVE_OUTCOMES, 'Outcome') outcome: InitiativeOutcome;
  @Text() text: string;
  @Text({ nullable: true }) changedBy: string | null;
  @Instant() changedAt: string;
}

export class AnswerTemplateList {
  @Part(() => AnswerTemplateView, { array: true }) items: AnswerTemplateView[];
}

export class ManyAnswersInput {
  @Id({ array: true }) initiativeIds: string[];
  @OneOf(INITIATIVE_OUTCOMES, 'Outcome') outcome: InitiativeOutcome;
  @Text({ ...LIMITS.response, published: true }) text: string;
}

export class ManyUndoInput {
  @Id({ array: true }) initiativeIds: string[];
  /** Why, for everyone to read. */
  @Text({ ...LIMITS.reason, published: true }) note: string;
}

export class AnswerPreview {
  @Id() id: string;
  @Text() reference: string;
  @Text() title: string;
  /** As it would be read. */
  @Text() text: string;
  @OneOf(INITIATIVE_STATUSES, 'InitiativeState') state: InitiativeStatus;
  /** Why it would be refused: the code of a problem. */
  @Text({ nullable: true }) problem: string | null;
  /** The answer would end it while people can support it: until when they could. */
  @Instant({ nullable: true }) collectsUntil: Date | null;
}

export class AnswerPreviewList {
  @Part(() => AnswerPreview, { array: true }) items: AnswerPreview[];
}

export class AnsweredInitiative {
  @Id() id: string;
  @Text() reference: string;
  @Text() title: string;
  /** Why it was refused: the code of a problem; null: it was done. */
  @Text({ nullable: true }) problem: string | null;
}

export class AnsweredInitiatives {
  @Part(() => AnsweredInitiative, { array: true }) items: AnsweredInitiative[];
}
