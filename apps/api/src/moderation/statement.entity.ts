import type { Language } from '@medvind/contracts';
import { Check, Column, Entity, Index, Unique } from 'typeorm';
import { IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { ModerationDecision } from './moderation-decision.entity.js';
import type { ReasonCode } from './reason-codes.js';

/** How the moderators came to look at it. */
export const STATEMENT_SOURCES = ['own', 'report', 'notice', 'order', 'rule'] as const;
export type StatementSource = (typeof STATEMENT_SOURCES)[number];

/** What somebody was told about a decision that restricts them. Kept as it was told. */
@Entity()
@Index(['municipalityId', 'personId', 'createdAt', 'id'])
@Unique(['decisionId'])
@Check('statement_reason', 'char_length(reason) >= 3')
@Check('statement_source', "source IN ('own', 'report', 'notice', 'order', 'rule')")
@Check('statement_six_months', "complain_until >= created_at + interval '6 months'")
export class Statement {
  @IdColumn() id: string;
  @References(() => Municipality, { index: false, onDelete: 'RESTRICT' }) municipalityId: string;
  /** The line in the log; null for what is decided elsewhere, such as a restriction on a person. */
  @References(() => ModerationDecision, { nullable: true, index: false, onDelete: 'RESTRICT' })
  decisionId: string | null;
  /** Whom it is for; null once the account is gone. */
  @References(() => Person, { nullable: true, onDelete: 'SET NULL' }) personId: string | null;
  /** What was done: 'hide', 'remove', 'edit', 'move', or a restriction on a person. */
  @TextColumn() action: string;
  @TextColumn({ nullable: true }) kind: 'comment' | 'initiative' | null;
  @Column('uuid', { nullable: true }) contributionId: string | null;
  @TextColumn({ nullable: true }) reference: string | null;
  /** Of the page it stood on. */
  @TextColumn({ default: '' }) title: string;
  @TextColumn({ nullable: true }) path: string | null;
  @MomentColumn({ nullable: true }) writtenAt: Date | null;
  @TextColumn({ nullable: true }) reasonCode: ReasonCode | null;
  /** The provision, where it is the law and not the conduct alone. */
  @TextColumn({ nullable: true }) law: string | null;
  @TextColumn() reason: string;
  /** What in the contribution it rests on. */
  @TextColumn({ default: '' }) facts: string;
  @TextColumn({ default: 'own' }) source: StatementSource;
  /** The rule that did it without a person; null: a person decided. */
  @TextColumn({ nullable: true }) automatedBy: string | null;
  /** The reason's. */
  @TextColumn() language: Language;
  @Column('timestamptz') complainUntil: Date;
  @MomentColumn() createdAt: Date;
}
