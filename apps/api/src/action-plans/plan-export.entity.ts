import { Check, Column, Entity } from 'typeorm';
import { CountColumn, IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Person } from '../identity/person.entity.js';
import { ActionPlan } from './action-plan.entity.js';

export const EXPORT_FORMATS = ['docx', 'xlsx', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A document being made of a plan: a job one can leave, with an honest end. */
@Entity()
@Check('plan_export_format', "format IN ('docx', 'xlsx', 'csv')")
@Check('plan_export_status', "status IN ('waiting', 'running', 'done', 'failed')")
@Check('plan_export_content', "(status = 'done') = (content IS NOT NULL)")
export class PlanExport {
  @IdColumn() id: string;
  @References(() => Municipality) municipalityId: string;
  @References(() => ActionPlan) planId: string;
  @References(() => Person, { index: false }) requestedById: string;
  @TextColumn() format: ExportFormat;
  @TextColumn({ default: 'waiting' }) status: 'waiting' | 'running' | 'done' | 'failed';
  /** Steps done, of `total`. */
  @CountColumn() done: number;
  @CountColumn() total: number;
  @TextColumn({ default: '' }) fileName: string;
  @Column('bytea', { nullable: true, select: false }) content: Buffer | null;
  @MomentColumn() createdAt: Date;
  @MomentColumn({ nullable: true }) finishedAt: Date | null;
}
