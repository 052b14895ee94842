import { Entity } from 'typeorm';
import { MomentColumn, References } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { Initiative } from './initiative.entity.js';

/** 'I support it': one a person, in the primary key. */
@Entity()
export class Support {
  @References(() => Initiative, { primary: true }) initiativeId: string;
  @References(() => Person, { primary: true, index: true }) personId: string;
  @MomentColumn() createdAt: Date;
}
