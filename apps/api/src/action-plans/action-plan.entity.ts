import { Check, Column, Entity, Unique } from 'typeorm';
import { DayColumn, IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { OrganisationUnit } from '../municipalities/organisation-unit.entity.js';
import { Policy } from '../policies/policy.entity.js';

/** The action plan of one policy for one year. */
@Entity()
@Unique(['policyId', 'year'])
@Check('action_plan_year', 'year BETWEEN 2000 AND 2100')
export class ActionPlan {
  @IdColumn() id: string;
  @References(() => Municipality) municipalityId: string;
  @References(() => Policy, { index: false }) policyId: string;
  @Column('integer') year: number;
  @TextColumn() title: string;
  @TextColumn({ default: '' }) introduction: string;
  @TextColumn({ default: '' }) visionRelation: string;
  @TextColumn({ default: '' }) followUp: string;
  @TextColumn({ default: '' }) adoptedBy: string;
  @DayColumn({ nullable: true }) adoptedOn: string | null;
  @References(() => OrganisationUnit, { nullable: true, onDelete: 'SET NULL' }) ownerUnitId: string | null;
  @TextColumn({ default: '' }) caseNumber: string;
  @MomentColumn() createdAt: Date;
  /** null: a draft only staff see. */
  @MomentColumn({ nullable: true }) publishedAt: Date | null;
}
