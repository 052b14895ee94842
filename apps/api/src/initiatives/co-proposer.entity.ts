import { Entity } from 'typeorm';
import { MomentColumn, References } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { Initiative } from './initiative.entity.js';

/** Stands behind an initiative beside its proposer, and has confirmed it as it is. */
@Entity()
export class CoProposer {
  @References(() => Initiative, { primary: true }) initiativeId: string;
  @References(() => Person, { primary: true, index: true }) personId: string;
  @MomentColumn() createdAt: Date;
}
