import { Check, Column, Entity, Index } from 'typeorm';
import { IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Comment } from '../discussions/comment.entity.js';
import { Thread } from '../discussions/thread.entity.js';
import { Person } from '../identity/person.entity.js';
import { Initiative } from '../initiatives/initiative.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import type { ReasonCode } from './reason-codes.js';

export const MODERATION_ACTIONS = [
  'keep',
  'hide',
  'restore',
  'remove',
  'edit',
  'move',
  'lock',
  'unlock',
  'merge',
  'undo',
] as const;
export type ModerationAction = (typeof MODERATION_ACTIONS)[number];

/** What a decision changed, as far as it takes to change it back. */
export interface DecisionDetails {
  held?: { at: string; reason: string };
  /** It was hidden before. */
  hidden?: { at: string; reason: string };
  lock?: { at: string; reason: string };
  /** The comment's or initiative's moment of an earlier redaction. */
  redactedAt?: string;
  /** When what it restored had been put in quarantine. */
  quarantined?: string;
  moveId?: string;
  /** It took the attachment away and left the text alone. */
  onlyAttachment?: true;
}

/** The log of moderation. The database lets nobody change or delete a line. */
@Entity()
@Index(['municipalityId', 'createdAt', 'id'])
@Index('moderation_decision_once_after', { synchronize: false })
@Check(
  'moderation_decision_action',
  "action IN ('keep', 'hide', 'restore', 'remove', 'edit', 'move', 'lock', 'unlock', 'merge', 'undo')",
)
@Check('moderation_decision_subject', 'num_nonnulls(comment_id, initiative_id, thread_id) = 1')
@Check('moderation_decision_code', "action NOT IN ('hide', 'remove', 'edit') OR reason_code IS NOT NULL")
@Check('moderation_decision_reason', "action IN ('keep', 'unlock', 'undo') OR char_length(reason) >= 3")
export class ModerationDecision {
  @IdColumn() id: string;
  @References(() => Municipality, { index: false, onDelete: 'RESTRICT' }) municipalityId: string;
  @References(() => Person, { onDelete: 'RESTRICT', index: false }) moderatorId: string;
  @TextColumn() action: ModerationAction;
  @References(() => Comment, { nullable: true, onDelete: 'RESTRICT' }) commentId: string | null;
  @References(() => Initiative, { nullable: true, onDelete: 'RESTRICT' }) initiativeId: string | null;
  @References(() => Thread, { nullable: true, onDelete: 'RESTRICT' }) threadId: string | null;
  /** The decision before it on the same subject: two cannot follow the same one. */
  @References(() => ModerationDecision, { nullable: true, onDelete: 'RESTRICT' }) previousId: string | null;
  @TextColumn({ nullable: true }) reasonCode: ReasonCode | null;
  /** In the moderator's words; the author is told. */
  @TextColumn({ default: '' }) reason: string;
  @Column('jsonb', { default: {} }) details: DecisionDetails;
  @MomentColumn() createdAt: Date;
}
