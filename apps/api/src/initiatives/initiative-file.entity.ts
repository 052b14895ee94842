import { Check, Column, Entity, Index } from 'typeorm';
import { References, TextColumn } from '../platform/database/columns.js';
import { MadeFile } from '../platform/jobs/made-file.js';
import { Person } from '../identity/person.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Initiative } from './initiative.entity.js';

export const FILE_FORMATS = ['docx', 'pdf'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** The case of an initiative as a document for the council. */
@Entity()
@Index(['initiativeId', 'id'])
@Check('initiative_file_format', "format IN ('docx', 'pdf')")
@Check('initiative_file_status', "status IN ('waiting', 'running', 'done', 'failed')")
@Check('initiative_file_content', "(status = 'done') = (content IS NOT NULL)")
export class InitiativeFile extends MadeFile {
  @References(() => Municipality) municipalityId: string;
  @References(() => Initiative, { index: false }) initiativeId: string;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL', index: false }) requestedById:
    string | null;
  @TextColumn() format: FileFormat;
  @Column('bytea', { nullable: true, select: false }) content: Buffer | null;
}
