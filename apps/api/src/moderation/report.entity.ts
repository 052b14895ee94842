import { Check, Entity, Index } from 'typeorm';
import { IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Comment } from '../discussions/comment.entity.js';
import { Person } from '../identity/person.entity.js';
import { Initiative } from '../initiatives/initiative.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import type { ReasonCode } from './reason-codes.js';
import { ModerationDecision } from './moderation-decision.entity.js';

/** Someone, with or without an account, says that a contribution should not stand. */
@Entity()
@Index(['municipalityId', 'createdAt', 'id'], { where: 'decision_id IS NULL' })
@Index(['municipalityId', 'reasonCode'], { where: 'decision_id IS NULL' })
@Index('report_trigrams', { synchronize: false })
@Index(['municipalityId', 'createdAt'])
@Index('report_once_comment', ['commentId', 'reporterId'], { unique: true, where: 'decision_id IS NULL' })
@Index('report_once_initiative', ['initiativeId', 'reporterId'], {
  unique: true,
  where: 'decision_id IS NULL',
})
@Check('report_subject', 'num_nonnulls(comment_id, initiative_id) = 1')
export class Report {
  @IdColumn() id: string;
  @References(() => Municipality, { index: false }) municipalityId: string;
  @References(() => Comment, { nullable: true, index: false }) commentId: string | null;
  @References(() => Initiative, { nullable: true, index: false }) initiativeId: string | null;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL' }) reporterId: string | null;
  @TextColumn() reasonCode: ReasonCode;
  @TextColumn({ default: '' }) text: string;
  @MomentColumn() createdAt: Date;
  /** The decision that answered it; null while it waits. */
  @References(() => ModerationDecision, { nullable: true, onDelete: 'RESTRICT' }) decisionId: string | null;
}
