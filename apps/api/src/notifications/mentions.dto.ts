import { BADGES, type Badge } from '../discussions/comments.dto.js';
import { OneOf, Part, Text } from '../platform/http/fields.js';

export class ParticipantView {
  @Text() name: string;
  @OneOf(BADGES, 'Badge', { nullable: true }) badge: Badge | null;
}

export class ParticipantList {
  @Part(() => ParticipantView, { array: true }) items: ParticipantView[];
}

export class ParticipantQuery {
  /** How the name begins. */
  @Text({ max: 80 }) beginning: string;
}
