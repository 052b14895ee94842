import { Check, Column, Entity } from 'typeorm';
import { MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import type { MailGroup, MailPace } from './mail-groups.js';

const PACES = "('at-once', 'daily', 'weekly', 'never')";

/** What a person wants to be told by mail in one municipality; without a row the defaults hold. */
@Entity()
@Check(
  'notification_setting_pace',
  `mail IN ${PACES} AND answers IN ${PACES} AND outcomes IN ${PACES} AND decisions IN ${PACES} AND followed IN ${PACES}`,
)
export class NotificationSetting implements Record<MailGroup, MailPace> {
  @References(() => Person, { primary: true }) personId: string;
  @References(() => Municipality, { primary: true, index: true }) municipalityId: string;
  /** The pace of all mail; null: each kind has its own. */
  @TextColumn({ nullable: true }) mail: MailPace | null;
  @TextColumn({ default: 'at-once' }) answers: MailPace;
  @TextColumn({ default: 'daily' }) outcomes: MailPace;
  @TextColumn({ default: 'at-once' }) decisions: MailPace;
  @TextColumn({ default: 'weekly' }) followed: MailPace;
  /** To follow the thread one writes in. */
  @Column('boolean', { default: true }) followOwn: boolean;
  /** To be told, here and by mail, when somebody answers or mentions one. */
  @Column('boolean', { default: true }) answersToMe: boolean;
  /** Until when what is followed has been mailed: nothing is mailed twice when the pace changes. */
  @MomentColumn({ nullable: true }) followedUntil: Date | null;
}
