import { Entity } from 'typeorm';
import { MomentColumn, References } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { InitiativeMerge } from './initiative-merge.entity.js';
import { Initiative } from './initiative.entity.js';

/** Stands behind an initiative beside its proposer, and has confirmed it as it is. */
@Entity()
export class CoProposer {
  @References(() => Initiative, { primary: true }) initiativeId: string;
  @References(() => Person, { primary: true, index: true }) personId: string;
  /** Stood behind what was merged into it; null: confirmed it themselves. */
  @References(() => InitiativeMerge, { nullable: true, index: false }) mergeId: string | null;
  @MomentColumn() createdAt: Date;
}
