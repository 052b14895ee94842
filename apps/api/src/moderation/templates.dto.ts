import { LANGUAGES, LIMITS, type Language } from '@medvind/contracts';
import { Flag, Instant, OneOf, OptionalText, Part, Text, Whole } from '../platform/http/fields.js';
import { REASON_CODES, type ReasonCode } from './reason-codes.js';

export class ReasonTemplateView {
  @OneOf(REASON_CODES, 'ReasonCode') code: ReasonCode;
  @Text() text: string;
  /** The provision it rests on; empty: the rules of conduct alone. */
  @Text() law: string;
  /** Whether it is about what the law forbids. */
  @Flag() legal: boolean;
  /** 0: as Medvind came with it. */
  @Whole() version: number;
  @Instant({ nullable: true }) changedAt: string | null;
}

export class ReasonTemplateList {
  /** The language the templates are written in: the municipality's. */
  @OneOf(LANGUAGES, 'Language') language: Language;
  /** The reasons that apply here, each with words to begin from (none for "other"). */
  @Part(() => ReasonTemplateView, { array: true }) items: ReasonTemplateView[];
  /** For taking a decision back. */
  @Text() undo: string;
  /** For moving a contribution. */
  @Text() move: string;
}

export class ReasonTemplateInput {
  @Text({ ...LIMITS.reason, published: true }) text: string;
  @OptionalText({ max: 200 }) law?: string;
  /** The version that was changed. */
  @Whole({ min: 0 }) version: number;
}

export class ModerationSettingsInput {
  /** After how many hours the moderators get a mail about what waits; null: never. */
  @Whole({ min: 1, max: 720, nullable: true }) waitingHours: number | null;
}

export class ModerationSettingsView {
  @Whole({ nullable: true }) waitingHours: number | null;
}
