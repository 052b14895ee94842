import { VOICES, type Voice } from '../discussions/comment.entity.js';
import { OneOf, Part, Text } from '../platform/http/fields.js';

export class ParticipantView {
  @Text() name: string;
  @OneOf(VOICES, 'Badge', { nullable: true }) badge: Voice | null;
}

export class ParticipantList {
  @Part(() => ParticipantView, { array: true }) items: ParticipantView[];
}

export class ParticipantQuery {
  /** How the name begins. */
  @Text({ max: 80 }) beginning: string;
}
