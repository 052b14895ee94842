import { Check, Column, Entity } from 'typeorm';
import { References, TextColumn } from '../platform/database/columns.js';
import { MadeFile } from '../platform/jobs/made-file.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Person } from '../identity/person.entity.js';
import { ActionPlan } from './action-plan.entity.js';

export const EXPORT_FORMATS = ['docx', 'xlsx', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Why there is no file: writing it failed as often as it was tried. */
export const EXPORT_ERRORS = ['could-not-be-written'] as const;
export type ExportError = (typeof EXPORT_ERRORS)[number];

/** A document being made of a plan. */
@Entity()
@Check('plan_export_format', "format IN ('docx', 'xlsx', 'csv')")
@Check('plan_export_status', "status IN ('waiting', 'running', 'done', 'failed')")
@Check('plan_export_content', "(status = 'done') = (content IS NOT NULL)")
@Check('plan_export_error', "(status = 'failed') = (error IS NOT NULL)")
export class PlanExport extends MadeFile {
  @References(() => Municipality) municipalityId: string;
  @References(() => ActionPlan) planId: string;
  @References(() => Person, { index: false }) requestedById: string;
  @TextColumn() format: ExportFormat;
  @TextColumn({ nullable: true }) error: ExportError | null;
  @Column('bytea', { nullable: true, select: false }) content: Buffer | null;
}
