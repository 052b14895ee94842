import type { Language } from '@medvind/contracts';
import { Check, Entity, Index, Unique } from 'typeorm';
import { IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { ModerationCase } from '../moderation/moderation-case.entity.js';
import { ModerationDecision } from '../moderation/moderation-decision.entity.js';
import { Notice } from './notice.entity.js';
import { Restriction } from './restriction.entity.js';

export const APPEAL_OUTCOMES = ['upheld', 'turned-down'] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];

/**
 * Somebody asks that another person look at a decision again. The database sees to it that it is asked once, in time,
 * and answered by somebody who had no part in what was decided.
 */
@Entity()
@Index(['municipalityId', 'createdAt', 'id'])
@Index('appeal_decided', ['municipalityId', 'decidedAt', 'id'], { where: 'decided_at IS NOT NULL' })
@Unique(['decisionId'])
@Unique(['restrictionId'])
@Unique(['noticeId'])
@Check('appeal_subject', 'num_nonnulls(decision_id, restriction_id, notice_id) = 1')
@Check('appeal_text', 'char_length(text) BETWEEN 3 AND 4000')
@Check('appeal_outcome', "outcome IN ('upheld', 'turned-down')")
@Check(
  'appeal_answer',
  'num_nulls(outcome, answer, decided_by_id, decided_at) IN (0, 4) AND (answer IS NULL OR char_length(answer) >= 3)',
)
export class Appeal {
  @IdColumn() id: string;
  @References(() => Municipality, { onDelete: 'RESTRICT' }) municipalityId: string;
  @References(() => ModerationDecision, { nullable: true, onDelete: 'RESTRICT', index: false })
  decisionId: string | null;
  @References(() => Restriction, { nullable: true, onDelete: 'RESTRICT', index: false })
  restrictionId: string | null;
  /** A notice that was turned down; whoever made it need have no account. */
  @References(() => Notice, { nullable: true, onDelete: 'RESTRICT', index: false }) noticeId: string | null;
  /** null: made without an account, or the account is gone. */
  @References(() => Person, { nullable: true, onDelete: 'SET NULL' }) personId: string | null;
  /** Why, in their words. */
  @TextColumn() text: string;
  @TextColumn() language: Language;
  @References(() => ModerationCase, { nullable: true, onDelete: 'SET NULL' }) caseId: string | null;
  @MomentColumn() createdAt: Date;
  @TextColumn({ nullable: true }) outcome: AppealOutcome | null;
  @TextColumn({ nullable: true }) answer: string | null;
  @References(() => Person, { nullable: true, onDelete: 'RESTRICT', index: false }) decidedById:
    string | null;
  @MomentColumn({ nullable: true }) decidedAt: Date | null;
}
