import { Check, Column, Entity, Unique } from 'typeorm';
import {
  CountColumn,
  DayColumn,
  IdColumn,
  MomentColumn,
  References,
  TextColumn,
} from '../platform/database/columns.js';
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
  /** What is to be read with the money, e.g. which budget it rests on. */
  @TextColumn({ default: '' }) moneyNote: string;
  @TextColumn({ default: '' }) followUp: string;
  /** What the evaluation of the year found, or how it will be made. */
  @TextColumn({ default: '' }) evaluation: string;
  @TextColumn({ default: '' }) adoptedBy: string;
  @DayColumn({ nullable: true }) adoptedOn: string | null;
  @References(() => OrganisationUnit, { nullable: true, onDelete: 'SET NULL' }) ownerUnitId: string | null;
  @TextColumn({ default: '' }) caseNumber: string;
  /** Raised by every save, so that two tabs do not undo each other. */
  @CountColumn() revision: number;
  @MomentColumn() createdAt: Date;
  /** null: a draft only staff see. */
  @MomentColumn({ nullable: true }) publishedAt: Date | null;
}
