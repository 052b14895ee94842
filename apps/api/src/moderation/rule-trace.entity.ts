import type { ContributionRule } from '@medvind/contracts';
import { Check, Column, Entity, Index } from 'typeorm';
import { IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Comment } from '../discussions/comment.entity.js';
import { Thread } from '../discussions/thread.entity.js';
import { Person } from '../identity/person.entity.js';
import { Initiative } from '../initiatives/initiative.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';

/** Something a rule did by itself: which rule, in which version, and why. The text it refused is not kept. */
@Entity()
@Index(['municipalityId', 'createdAt', 'id'])
@Check('rule_trace_effect', "effect IN ('hold', 'refuse')")
export class RuleTrace {
  @IdColumn() id: string;
  @References(() => Municipality, { index: false }) municipalityId: string;
  @TextColumn() rule: ContributionRule;
  @TextColumn() effect: 'hold' | 'refuse';
  /** Of the municipality's rules; 0 for those nobody has changed yet. */
  @Column('integer') version: number;
  /** What it saw: the word, the number. */
  @TextColumn({ default: '' }) detail: string;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL' }) personId: string | null;
  @References(() => Thread, { nullable: true, index: false }) threadId: string | null;
  @References(() => Comment, { nullable: true }) commentId: string | null;
  @References(() => Initiative, { nullable: true }) initiativeId: string | null;
  @MomentColumn() createdAt: Date;
}
