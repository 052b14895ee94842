import { Column, Entity } from 'typeorm';
import { CountColumn, IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Person } from '../identity/person.entity.js';
import type { DraftOutline } from './policy-import.rules.js';

/** A document's outline while staff look at it and correct it; publishing it writes the policies and their goals. */
@Entity()
export class PolicyImport {
  @IdColumn() id: string;
  @References(() => Municipality) municipalityId: string;
  @TextColumn() fileName: string;
  @TextColumn() source: string;
  @Column('jsonb') outline: DraftOutline;
  /** Raised by every save, so that two tabs do not undo each other. */
  @CountColumn() revision: number;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL' }) createdById: string | null;
  @MomentColumn() createdAt: Date;
  @MomentColumn({ nullable: true }) publishedAt: Date | null;
}
