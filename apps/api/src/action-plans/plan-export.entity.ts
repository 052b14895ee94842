import { Check, Column, Entity } from 'typeorm';
import { CountColumn, IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Person } from '../identity/person.entity.js';
import { ActionPlan } from './action-plan.entity.js';

export const EXPORT_FORMATS = ['docx', 'xlsx', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORT_STATUSES = ['waiting', 'running', 'done', 'failed'] as const;
export type ExportStatus = (typeof EXPORT_STATUSES)[number];

/** Why there is no file: writing it failed as often as it was tried. */
export const EXPORT_ERRORS = ['could-not-be-written'] as const;
export type ExportError = (typeof EXPORT_ERRORS)[number];

/** A document being made of a plan: a job one can leave, with an honest end. */
@Entity()
@Check('plan_export_format', "format IN ('docx', 'xlsx', 'csv')")
@Check('plan_export_status', "status IN ('waiting', 'running', 'done', 'failed')")
@Check('plan_export_content', "(status = 'done') = (content IS NOT NULL)")
@Check('plan_export_error', "(status = 'failed') = (error IS NOT NULL)")
export class PlanExport {
  @IdColumn() id: string;
  @References(() => Municipality) municipalityId: string;
  @References(() => ActionPlan) planId: string;
  @References(() => Person, { index: false }) requestedById: string;
  @TextColumn() format: ExportFormat;
  @TextColumn({ default: 'waiting' }) status: ExportStatus;
  /** Steps done, of `total`. */
  @CountColumn() done: number;
  @CountColumn() total: number;
  /** How often it was begun. */
  @CountColumn() attempts: number;
  @TextColumn({ nullable: true }) error: ExportError | null;
  @TextColumn({ default: '' }) fileName: string;
  @Column('bytea', { nullable: true, select: false }) content: Buffer | null;
  @MomentColumn() createdAt: Date;
  @MomentColumn({ nullable: true }) finishedAt: Date | null;
}
