import { Check, Entity } from 'typeorm';
import { IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { Quarantine } from './quarantine.entity.js';

/** Somebody read what is in quarantine: an administrator, or whoever decides the appeal of what put it there. */
@Entity()
@Check('quarantine_opening_purpose', 'char_length(purpose) >= 3')
export class QuarantineOpening {
  @IdColumn() id: string;
  @References(() => Quarantine, { onDelete: 'RESTRICT' }) quarantineId: string;
  @References(() => Person, { index: false, onDelete: 'RESTRICT' }) personId: string;
  /** Why, in their own words. */
  @TextColumn() purpose: string;
  @MomentColumn() openedAt: Date;
}
