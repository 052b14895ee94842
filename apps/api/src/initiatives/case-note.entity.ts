import { Entity, Index } from 'typeorm';
import { IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { InitiativeCase } from './initiative-case.entity.js';

/** What staff say of a case among themselves. Never public; a file for an access request holds it. */
@Entity()
@Index(['initiativeId', 'id'])
export class CaseNote {
  @IdColumn() id: string;
  @References(() => InitiativeCase, { index: false }) initiativeId: string;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL', index: false }) authorId: string | null;
  @TextColumn() text: string;
  @MomentColumn() createdAt: Date;
}
