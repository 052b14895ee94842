import type { Language } from '@medvind/contracts';
import { Check, Entity, Index, Unique } from 'typeorm';
import {
  IdColumn,
  MomentColumn,
  NumberColumn,
  References,
  TextColumn,
} from '../platform/database/columns.js';
import { Comment } from '../discussions/comment.entity.js';
import { Person } from '../identity/person.entity.js';
import { Initiative } from '../initiatives/initiative.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { ModerationCase } from '../moderation/moderation-case.entity.js';
import { ModerationDecision } from '../moderation/moderation-decision.entity.js';
import type { NoticeCode } from './notice.rules.js';

export const NOTICE_OUTCOMES = ['acted', 'turned-down'] as const;
export type NoticeOutcome = (typeof NOTICE_OUTCOMES)[number];

/** Somebody, with no account needed, says that a contribution is against the law, and is answered. */
@Entity()
@Unique(['municipalityId', 'number'])
@Unique(['tokenHash'])
@Index(['municipalityId', 'createdAt', 'id'])
@Index('notice_decided', ['municipalityId', 'decidedAt', 'id'], { where: 'decided_at IS NOT NULL' })
@Check('notice_subject', 'num_nonnulls(comment_id, initiative_id) <= 1')
@Check('notice_outcome', "outcome IN ('acted', 'turned-down')")
@Check(
  'notice_answer',
  'num_nulls(outcome, answer, decided_by_id, decided_at) IN (0, 4) AND (answer IS NULL OR char_length(answer) >= 3)',
)
@Check(
  'notice_sender',
  "reason_code = 'child-abuse-material' OR email IS NOT NULL OR forgotten_at IS NOT NULL",
)
export class Notice {
  @IdColumn() id: string;
  @NumberColumn() number: number;
  @References(() => Municipality, { index: false, onDelete: 'RESTRICT' }) municipalityId: string;
  /** Of the link to follow it by; the link itself is with whoever made the notice. */
  @TextColumn() tokenHash: string;
  /** Where they found it, as they wrote it. */
  @TextColumn() location: string;
  @References(() => Comment, { nullable: true }) commentId: string | null;
  @References(() => Initiative, { nullable: true }) initiativeId: string | null;
  @TextColumn() reasonCode: NoticeCode;
  @TextColumn() text: string;
  @TextColumn({ nullable: true }) name: string | null;
  @TextColumn({ nullable: true }) email: string | null;
  @TextColumn() language: Language;
  @References(() => ModerationCase, { nullable: true, onDelete: 'SET NULL' }) caseId: string | null;
  @MomentColumn() createdAt: Date;
  /** When a moderator began to look at it. */
  @MomentColumn({ nullable: true }) seenAt: Date | null;
  @TextColumn({ nullable: true }) outcome: NoticeOutcome | null;
  /** The line in the log it led to. */
  @References(() => ModerationDecision, { nullable: true, onDelete: 'RESTRICT' }) decisionId: string | null;
  @TextColumn({ nullable: true }) answer: string | null;
  @References(() => Person, { nullable: true, onDelete: 'RESTRICT', index: false }) decidedById:
    string | null;
  @MomentColumn({ nullable: true }) decidedAt: Date | null;
  /** When name and address were taken out, after every time limit had passed. */
  @MomentColumn({ nullable: true }) forgottenAt: Date | null;
}
