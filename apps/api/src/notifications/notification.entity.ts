import { Column, Entity, Index } from 'typeorm';
import { IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import type { ReminderKind } from '../initiatives/case-reminder.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Person } from '../identity/person.entity.js';

export const NOTIFICATION_KINDS = [
  'comment-answered',
  'contribution-hidden',
  'contribution-restored',
  'contribution-published',
  'contribution-held',
  'contribution-edited',
  'contribution-moved',
  'report-answered',
  'appeal-decided',
  'hearing-opened',
  'restriction-decided',
  'restriction-ended',
  'input-linked',
  'theme-answered',
  'input-planned',
  'result-reported',
  'initiative-reached',
  'initiative-expired',
  'initiative-answered',
  'initiative-moved',
  'co-proposer-confirmed',
  'merge-asked',
  'merge-answered',
  'handler-named',
  'case-assigned',
  'opinion-asked',
  'opinion-given',
  'deadline-near',
  'deadline-late',
  'supported-answered',
  'supported-moved',
  'vote-ended',
  'mentioned',
  'followed-comments',
  'followed-initiative',
  'followed-progress',
  'followed-process',
  'followed-answer',
  'followed-plan',
  'followed-vote',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** What the words of a kind need. Of what others wrote no text is kept here: it may be hidden or erased later. */
export interface NotificationDetails {
  /** Of the goal, initiative, process or action it is about. */
  title?: string;
  /** How the person's own contribution begins. */
  text?: string;
  /** Of another initiative it is about: "F-12". */
  reference?: string;
  /** Who answered. */
  name?: string;
  contribution?: 'comment' | 'initiative';
  reasonCode?: string;
  /** The rule that holds it back, and the word, link or limit it saw. */
  rule?: string;
  detail?: string;
  reason?: string;
  action?: 'keep' | 'hide' | 'restore' | 'remove' | 'edit' | 'move';
  theme?: string;
  outcome?: string;
  result?: string;
  year?: number;
  /** They voted on it; who supports it was not asked for that alone. */
  voted?: boolean;
  /** It was merged into what one can only support: who was against it or blank does not go along. */
  leavesVotes?: boolean;
  /** How many of the person's contributions it concerns. */
  count?: number;
  support?: number;
  /** What is to be done, and by when. */
  due?: ReminderKind;
  by?: string;
  threshold?: number;
}

/** Something that happened to what a person wrote; the web has the words for each kind. */
@Entity()
@Index(['personId', 'municipalityId', 'createdAt', 'id'])
@Index(['municipalityId', 'personId'], { where: 'mailed_at IS NULL' })
@Index('notification_decision', ['decisionId'], { where: 'decision_id IS NOT NULL' })
@Index('notification_gathered', ['personId', 'kind', 'subjectId'], {
  unique: true,
  where: 'read_at IS NULL AND subject_id IS NOT NULL',
})
@Index('notification_unread', ['personId', 'municipalityId'], { where: 'read_at IS NULL' })
export class Notification {
  @IdColumn() id: string;
  @References(() => Person, { index: false }) personId: string;
  @References(() => Municipality) municipalityId: string;
  @TextColumn() kind: NotificationKind;
  @Column('jsonb') details: NotificationDetails;
  /** The page it leads to, below the municipality: "goals/…". */
  @TextColumn() path: string;
  @MomentColumn() createdAt: Date;
  @MomentColumn({ nullable: true }) readAt: Date | null;
  /** What it gathers the news of: there is one unread of a kind and subject, however much happens there. */
  @Column('uuid', { nullable: true }) subjectId: string | null;
  /** null: not mailed yet; whether and when it is, the person's settings say. */
  @MomentColumn({ nullable: true }) mailedAt: Date | null;
  /** Not mailed before: until then who decided may take it back, and this with it. */
  @MomentColumn({ nullable: true }) mailAfter: Date | null;
  /** The moderators' decision it tells of. */
  @Column('uuid', { nullable: true }) decisionId: string | null;
}
