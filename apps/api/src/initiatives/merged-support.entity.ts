import { Entity } from 'typeorm';
import { References } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { InitiativeMerge } from './initiative-merge.entity.js';

/** Whose support a merge brought along, so that it can be taken back to where it was given. */
@Entity()
export class MergedSupport {
  @References(() => InitiativeMerge, { primary: true }) mergeId: string;
  @References(() => Person, { primary: true, index: true }) personId: string;
}
