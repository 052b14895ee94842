import { Check, Column, Entity, Index } from 'typeorm';
import { CountColumn, IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Comment } from '../discussions/comment.entity.js';
import { Person } from '../identity/person.entity.js';
import { Initiative } from '../initiatives/initiative.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { ModerationDecision } from './moderation-decision.entity.js';

export const CASE_KINDS = ['report', 'held', 'spam', 'appeal', 'notice', 'order', 'hearing'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** 0: an order whose hour runs; 1: said to be illegal; 2: everything else. */
export const URGENCIES = [0, 1, 2] as const;
export type Urgency = (typeof URGENCIES)[number];

/**
 * Something that waits for a moderator. What it is about is the contribution or the person named here, and for an
 * appeal, a notice, an order or a hearing the row that names this case.
 */
@Entity()
@Index(['municipalityId', 'urgency', 'openedAt', 'id'], { where: 'closed_at IS NULL' })
@Index('moderation_case_of_kind', ['municipalityId', 'kind', 'urgency', 'openedAt', 'id'], {
  where: 'closed_at IS NULL',
})
@Index('moderation_case_claimed', ['claimedById'], {
  where: 'claimed_by_id IS NOT NULL AND closed_at IS NULL',
})
@Index('moderation_case_comment_once', ['commentId', 'kind'], { unique: true, where: 'closed_at IS NULL' })
@Index('moderation_case_initiative_once', ['initiativeId', 'kind'], {
  unique: true,
  where: 'closed_at IS NULL',
})
@Check('moderation_case_kind', "kind IN ('report', 'held', 'spam', 'appeal', 'notice', 'order', 'hearing')")
@Check('moderation_case_subject', 'num_nonnulls(comment_id, initiative_id) <= 1')
@Check('moderation_case_urgency', 'urgency BETWEEN 0 AND 2')
export class ModerationCase {
  @IdColumn() id: string;
  @References(() => Municipality, { index: false }) municipalityId: string;
  @TextColumn() kind: CaseKind;
  @References(() => Comment, { nullable: true, index: false }) commentId: string | null;
  @References(() => Initiative, { nullable: true, index: false }) initiativeId: string | null;
  /** Whom it concerns, where it is a person. */
  @References(() => Person, { nullable: true }) personId: string | null;
  @Column('smallint', { default: 2 }) urgency: Urgency;
  @MomentColumn() openedAt: Date;
  /** By when it must be decided. */
  @MomentColumn({ nullable: true }) dueAt: Date | null;
  /** How many reported it. */
  @CountColumn() reportCount: number;
  /** The moderator who works on it, and until when that keeps others away. */
  @References(() => Person, { nullable: true, onDelete: 'SET NULL', index: false }) claimedById:
    string | null;
  @MomentColumn({ nullable: true }) claimedUntil: Date | null;
  @MomentColumn({ nullable: true }) closedAt: Date | null;
  /** The decision that closed it; taking that back opens it again. */
  @References(() => ModerationDecision, { nullable: true, onDelete: 'RESTRICT' }) decisionId: string | null;
  /** When the moderators had a mail that it waits. */
  @MomentColumn({ nullable: true }) remindedAt: Date | null;
}
