import { Check, Column, Entity, Index } from 'typeorm';
import { CountColumn, IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Initiative } from './initiative.entity.js';

export const FILE_FORMATS = ['docx', 'pdf'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];
export const FILE_STATUSES = ['waiting', 'running', 'done', 'failed'] as const;
export type FileStatus = (typeof FILE_STATUSES)[number];

/** The case of an initiative as a document for the council: a job one can leave, with an honest end. */
@Entity()
@Index(['initiativeId', 'id'])
@Check('initiative_file_format', "format IN ('docx', 'pdf')")
@Check('initiative_file_status', "status IN ('waiting', 'running', 'done', 'failed')")
@Check('initiative_file_content', "(status = 'done') = (content IS NOT NULL)")
export class InitiativeFile {
  @IdColumn() id: string;
  @References(() => Municipality) municipalityId: string;
  @References(() => Initiative, { index: false }) initiativeId: string;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL', index: false }) requestedById:
    string | null;
  @TextColumn() format: FileFormat;
  @TextColumn({ default: 'waiting' }) status: FileStatus;
  /** Steps done, of `total`. */
  @CountColumn() done: number;
  @CountColumn() total: number;
  /** How often it was begun. */
  @CountColumn() attempts: number;
  @TextColumn({ default: '' }) fileName: string;
  @Column('bytea', { nullable: true, select: false }) content: Buffer | null;
  @MomentColumn() createdAt: Date;
  @MomentColumn({ nullable: true }) finishedAt: Date | null;
}
