import { Column, Entity, PrimaryColumn } from 'typeorm';
import { References } from '../platform/database/columns.js';
import { RecordExport } from './record-export.entity.js';

/** A piece of the file, so that none of it is ever held whole. */
@Entity()
export class RecordExportPart {
  @References(() => RecordExport, { primary: true }) exportId: string;
  @PrimaryColumn('integer') position: number;
  @Column('bytea') data: Buffer;
}
