import { Entity } from 'typeorm';
import { References } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { OrganisationUnit } from '../municipalities/organisation-unit.entity.js';

/** Somebody who works here counts a unit's cases as their unit's; they say so themselves, or an administrator does. */
@Entity()
export class UnitMember {
  @References(() => Person, { primary: true }) personId: string;
  @References(() => OrganisationUnit, { primary: true, index: true }) unitId: string;
}
