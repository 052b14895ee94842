import { Entity, PrimaryColumn } from 'typeorm';
import { MomentColumn, References } from '../platform/database/columns.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Person } from './person.entity.js';

/** That a person has accepted the municipality's rules of conduct, in this version. */
@Entity()
export class ConductAcceptance {
  @References(() => Person, { primary: true }) personId: string;
  @References(() => Municipality, { primary: true, index: true }) municipalityId: string;
  @PrimaryColumn('integer') version: number;
  @MomentColumn() acceptedAt: Date;
}
