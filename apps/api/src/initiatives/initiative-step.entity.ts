import { Entity, Index } from 'typeorm';
import { IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { Initiative } from './initiative.entity.js';
import type { Act, InitiativeStatus } from './life.rules.js';

/** What happened to an initiative, one row a step: its public timeline. Steps are only ever added. */
@Entity()
@Index(['initiativeId', 'id'])
export class InitiativeStep {
  @IdColumn() id: string;
  @References(() => Initiative, { index: false }) initiativeId: string;
  @TextColumn() act: Act;
  /** What it was afterwards. */
  @TextColumn() status: InitiativeStatus;
  /** Why, in words for everyone. */
  @TextColumn({ nullable: true }) note: string | null;
  /** The new deadline, where the step set one. */
  @MomentColumn({ nullable: true }) until: Date | null;
  /** Who did it; null: time, or the rule. Shown to staff alone. */
  @References(() => Person, { nullable: true, onDelete: 'SET NULL', index: false }) actorId: string | null;
  @MomentColumn() createdAt: Date;
}
