import { Entity } from 'typeorm';
import { MomentColumn, References } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { Initiative } from './initiative.entity.js';

/** 'I will take part': one a person, in the primary key. */
@Entity()
export class Participation {
  @References(() => Initiative, { primary: true }) initiativeId: string;
  @References(() => Person, { primary: true, index: true }) personId: string;
  @MomentColumn() createdAt: Date;
}
