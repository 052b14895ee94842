import type { Role } from '@medvind/contracts';
import { Check, Entity, PrimaryColumn } from 'typeorm';
import { MomentColumn, References } from '../platform/database/columns.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Person } from './person.entity.js';

/** One role of one person in one municipality; roles add up. */
@Entity()
@Check('membership_role', "role IN ('resident', 'council', 'moderator', 'staff', 'administrator')")
export class Membership {
  @References(() => Person, { primary: true }) personId: string;
  @References(() => Municipality, { primary: true, index: true }) municipalityId: string;
  @PrimaryColumn('text') role: Role;
  @MomentColumn() createdAt: Date;
}
