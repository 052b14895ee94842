import { Check, Entity, Index } from 'typeorm';
import { IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { Initiative } from './initiative.entity.js';

/** Two initiatives that want the same become one: proposed by staff, done when both proposers agree. */
@Entity()
@Index('initiative_merge_once', ['fromId'], { unique: true, where: 'ended_at IS NULL' })
@Index(['intoId'])
@Check('initiative_merge_two', 'from_id <> into_id')
export class InitiativeMerge {
  @IdColumn() id: string;
  @References(() => Initiative, { index: false }) fromId: string;
  @References(() => Initiative, { index: false }) intoId: string;
  /** Why, in words for everyone. */
  @TextColumn() reason: string;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL', index: false }) proposedById:
    string | null;
  @MomentColumn() createdAt: Date;
  @MomentColumn({ nullable: true }) fromAgreedAt: Date | null;
  @MomentColumn({ nullable: true }) intoAgreedAt: Date | null;
  @MomentColumn({ nullable: true }) mergedAt: Date | null;
  /** Declined, or undone. */
  @MomentColumn({ nullable: true }) endedAt: Date | null;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL', index: false }) endedById: string | null;
}
