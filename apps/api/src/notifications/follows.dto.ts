import { Flag, Id, Instant, OneOf, Part, Text } from '../platform/http/fields.js';
import { FOLLOW_KINDS, type FollowKind } from './follow.entity.js';
import { MAIL_PACES, type MailPace } from './mail-groups.js';

export class FollowState {
  @Flag() following: boolean;
}

export class FollowView {
  @Id() id: string;
  @OneOf(FOLLOW_KINDS, 'FollowKind') kind: FollowKind;
  @Id() subjectId: string;
  @Text() title: string;
  @Text() language: string;
  /** Its page, below the municipality. */
  @Text() path: string;
  @Instant() createdAt: string;
}

export class FollowPage {
  @Part(() => FollowView, { array: true }) items: FollowView[];
  @Text({ nullable: true }) next: string | null;
}

export class NotificationSettings {
  /** The pace of all mail; null: each kind has its own. */
  @OneOf(MAIL_PACES, 'MailPace', { nullable: true }) mail: MailPace | null;
  @OneOf(MAIL_PACES, 'MailPace') answers: MailPace;
  @OneOf(MAIL_PACES, 'MailPace') outcomes: MailPace;
  @OneOf(MAIL_PACES, 'MailPace') decisions: MailPace;
  @OneOf(MAIL_PACES, 'MailPace') followed: MailPace;
  /** To follow the thread one writes in. */
  @Flag() followOwn: boolean;
  /** To be told when somebody answers or mentions one. */
  @Flag() answersToMe: boolean;
}
