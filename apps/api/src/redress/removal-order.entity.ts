import { Check, Column, Entity, Index, Unique } from 'typeorm';
import { IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Comment } from '../discussions/comment.entity.js';
import { Person } from '../identity/person.entity.js';
import { Initiative } from '../initiatives/initiative.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { ModerationCase } from '../moderation/moderation-case.entity.js';
import { ModerationDecision } from '../moderation/moderation-decision.entity.js';

export const ORDER_OUTCOMES = ['removed', 'not-carried-out'] as const;
export type OrderOutcome = (typeof ORDER_OUTCOMES)[number];

/** A contribution as it was when an authority ordered it away. */
export interface KeptCopy {
  reference: string;
  title: string | null;
  text: string | null;
  language: string;
  createdAt: string;
  editedAt: string | null;
  authorId: string | null;
  authorName: string | null;
}

/** An authority's order to remove terrorist content: an hour from when it came (regulation 2021/784, art. 3). */
@Entity()
@Unique(['municipalityId', 'authority', 'reference'])
@Index(['municipalityId', 'receivedAt', 'id'])
@Index('removal_order_closed', ['municipalityId', 'decidedAt', 'id'], { where: 'decided_at IS NOT NULL' })
@Check('removal_order_subject', 'num_nonnulls(comment_id, initiative_id) = 1')
@Check('removal_order_hour', "due_at = received_at + interval '1 hour'")
@Check('removal_order_outcome', "outcome IN ('removed', 'not-carried-out')")
@Check(
  'removal_order_decided',
  "num_nulls(outcome, decided_by_id, decided_at) IN (0, 3) AND (outcome IS DISTINCT FROM 'not-carried-out' OR char_length(answer) >= 3)",
)
export class RemovalOrder {
  @IdColumn() id: string;
  @References(() => Municipality, { index: false, onDelete: 'RESTRICT' }) municipalityId: string;
  @TextColumn() authority: string;
  /** The authority's. */
  @TextColumn() reference: string;
  @TextColumn({ default: '' }) text: string;
  @References(() => Comment, { nullable: true, onDelete: 'RESTRICT' }) commentId: string | null;
  @References(() => Initiative, { nullable: true, onDelete: 'RESTRICT' }) initiativeId: string | null;
  /** Kept for those who may need it as evidence (art. 6). */
  @Column('jsonb') copy: KeptCopy;
  @Column('timestamptz') receivedAt: Date;
  @Column('timestamptz') dueAt: Date;
  @References(() => Person, { onDelete: 'RESTRICT', index: false }) registeredById: string;
  @MomentColumn() registeredAt: Date;
  @References(() => ModerationCase, { nullable: true, onDelete: 'SET NULL' }) caseId: string | null;
  @TextColumn({ nullable: true }) outcome: OrderOutcome | null;
  @References(() => ModerationDecision, { nullable: true, onDelete: 'RESTRICT' }) decisionId: string | null;
  /** Why it was not carried out. */
  @TextColumn({ nullable: true }) answer: string | null;
  @References(() => Person, { nullable: true, onDelete: 'RESTRICT', index: false }) decidedById:
    string | null;
  @MomentColumn({ nullable: true }) decidedAt: Date | null;
}
