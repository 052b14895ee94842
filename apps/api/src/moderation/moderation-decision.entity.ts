import { Check, Entity, Index } from 'typeorm';
import { IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Comment } from '../discussions/comment.entity.js';
import { Thread } from '../discussions/thread.entity.js';
import { Person } from '../identity/person.entity.js';
import { Initiative } from '../initiatives/initiative.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import type { ReasonCode } from './reason-codes.js';

export const MODERATION_ACTIONS = ['keep', 'hide', 'restore', 'lock', 'unlock'] as const;
export type ModerationAction = (typeof MODERATION_ACTIONS)[number];

/** The log of moderation. The database lets nobody change or delete a line. */
@Entity()
@Index(['municipalityId', 'createdAt', 'id'])
@Index('moderation_decision_once_after', { synchronize: false })
@Check('moderation_decision_action', "action IN ('keep', 'hide', 'restore', 'lock', 'unlock')")
@Check('moderation_decision_subject', 'num_nonnulls(comment_id, initiative_id, thread_id) = 1')
@Check('moderation_decision_code', "action <> 'hide' OR reason_code IS NOT NULL")
@Check('moderation_decision_reason', "action IN ('keep', 'unlock') OR char_length(reason) >= 3")
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
  @MomentColumn() createdAt: Date;
}
