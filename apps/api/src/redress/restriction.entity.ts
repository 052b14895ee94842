import type { Language } from '@medvind/contracts';
import { Check, Column, Entity, Index } from 'typeorm';
import { IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { ModerationCase } from '../moderation/moderation-case.entity.js';
import type { ReasonCode } from '../moderation/reason-codes.js';

export const RESTRICTION_KINDS = ['warning', 'suspension'] as const;
export type RestrictionKind = (typeof RESTRICTION_KINDS)[number];
export const RESTRICTION_OUTCOMES = ['warning', 'suspension', 'dropped'] as const;
export type RestrictionOutcome = (typeof RESTRICTION_OUTCOMES)[number];

/** A contribution the case rests on, as it was then. */
export interface Evidence {
  kind: 'comment' | 'initiative';
  id: string;
  reference: string;
  path: string;
  text: string;
  language: Language;
}

/**
 * A warning, or that somebody may not write for a time. A suspension is a decision in administrative law: they are told
 * what is considered and on which facts, can answer, and only then is it decided, with reasons and an end.
 */
@Entity()
@Index(['municipalityId', 'openedAt', 'id'])
@Index(['municipalityId', 'decidedAt'])
@Index(['personId', 'municipalityId'])
@Index('restriction_one_hearing', ['personId', 'municipalityId'], {
  unique: true,
  where: 'decided_at IS NULL',
})
@Index('restriction_ending', ['endsAt'], { where: 'ends_at IS NOT NULL AND ended_at IS NULL' })
@Check('restriction_kind', "kind IN ('warning', 'suspension')")
@Check('restriction_outcome', "outcome IN ('warning', 'suspension', 'dropped')")
@Check('restriction_reason', 'reason IS NULL OR char_length(reason) >= 3')
@Check('restriction_facts', 'char_length(facts) >= 3')
@Check('restriction_days', 'days BETWEEN 1 AND 366 AND proposed_days BETWEEN 1 AND 366')
@Check('restriction_decided', 'num_nulls(outcome, decided_by_id, decided_at, reason) IN (0, 4)')
@Check(
  'restriction_provisional',
  "provisional_until IS NULL OR (kind = 'suspension' AND provisional_until <= opened_at + interval '72 hours')",
)
@Check(
  'restriction_heard',
  "outcome IS DISTINCT FROM 'suspension' OR answered_at IS NOT NULL OR (answer_by IS NOT NULL AND decided_at >= answer_by)",
)
@Check(
  'restriction_ends',
  "outcome IS DISTINCT FROM 'suspension' OR (starts_at IS NOT NULL AND (ends_at IS NOT NULL) = (days IS NOT NULL))",
)
export class Restriction {
  @IdColumn() id: string;
  @References(() => Municipality, { index: false, onDelete: 'RESTRICT' }) municipalityId: string;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL', index: false }) personId: string | null;
  /** What is considered. */
  @TextColumn() kind: RestrictionKind;
  /** For how long; null for a warning, or without end. */
  @Column('integer', { nullable: true }) proposedDays: number | null;
  @TextColumn() reasonCode: ReasonCode;
  /** What happened, as the person reads it. */
  @TextColumn() facts: string;
  @Column('jsonb', { default: [] }) evidence: Evidence[];
  /** Why harsher than the ladder suggests; null where it is not. */
  @TextColumn({ nullable: true }) deviation: string | null;
  /** Of the facts and the reason: the municipality's. */
  @TextColumn() language: Language;
  @References(() => Person, { onDelete: 'RESTRICT', index: false }) openedById: string;
  @MomentColumn() openedAt: Date;
  /** Stopped at once while they are heard, where it could not wait. */
  @MomentColumn({ nullable: true }) provisionalUntil: Date | null;
  /** Until when they can answer; null where nobody is heard (a warning). */
  @MomentColumn({ nullable: true }) answerBy: Date | null;
  @TextColumn({ nullable: true }) answer: string | null;
  @MomentColumn({ nullable: true }) answeredAt: Date | null;
  @References(() => ModerationCase, { nullable: true, onDelete: 'SET NULL' }) caseId: string | null;
  @TextColumn({ nullable: true }) outcome: RestrictionOutcome | null;
  /** As decided; null: a warning, dropped, or (an administrator's) without end. */
  @Column('integer', { nullable: true }) days: number | null;
  @TextColumn({ nullable: true }) reason: string | null;
  @References(() => Person, { nullable: true, onDelete: 'RESTRICT', index: false }) decidedById:
    string | null;
  @MomentColumn({ nullable: true }) decidedAt: Date | null;
  @MomentColumn({ nullable: true }) startsAt: Date | null;
  @MomentColumn({ nullable: true }) endsAt: Date | null;
  /** Ended before its time: an appeal was upheld, or a moderator thought again. */
  @MomentColumn({ nullable: true }) liftedAt: Date | null;
  @TextColumn({ nullable: true }) liftedReason: string | null;
  /** When they were told that they can write again. */
  @MomentColumn({ nullable: true }) endedAt: Date | null;
}
