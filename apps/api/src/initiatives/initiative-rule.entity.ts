import { Check, Column, Entity, Unique } from 'typeorm';
import { DayColumn, IdColumn, MomentColumn, References } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';

/** The municipality's rule for initiatives, versioned: an initiative keeps the version it was published under. */
@Entity()
@Unique(['municipalityId', 'version'])
@Check('initiative_rule_threshold', 'threshold >= 1')
@Check(
  'initiative_rule_window',
  'num_nonnulls(window_days, closes_on) = 1 AND (window_days IS NULL OR window_days BETWEEN 1 AND 730)',
)
export class InitiativeRule {
  @IdColumn() id: string;
  @References(() => Municipality, { index: false }) municipalityId: string;
  @Column('integer') version: number;
  /** How many must support it. */
  @Column('integer') threshold: number;
  /** How long it collects, counted from its publication; or else one last day for all. */
  @Column('integer', { nullable: true }) windowDays: number | null;
  @DayColumn({ nullable: true }) closesOn: string | null;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL' }) createdById: string | null;
  @MomentColumn() createdAt: Date;
}
