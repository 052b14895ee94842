import { Check, Entity, Unique } from 'typeorm';
import { IdColumn, References, TextColumn } from '../platform/database/columns.js';
import { Municipality } from './municipality.entity.js';

export const UNIT_KINDS = ['council', 'executive', 'committee', 'department', 'company'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** A body, department or company that owns goals, processes and actions. */
@Entity()
@Unique(['municipalityId', 'name'])
@Check('organisation_unit_kind', "kind IN ('council', 'executive', 'committee', 'department', 'company')")
export class OrganisationUnit {
  @IdColumn() id: string;
  @References(() => Municipality, { index: false }) municipalityId: string;
  @TextColumn() name: string;
  @TextColumn() kind: UnitKind;
}
