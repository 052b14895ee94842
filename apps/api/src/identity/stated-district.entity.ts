import { Entity } from 'typeorm';
import { MomentColumn, References } from '../platform/database/columns.js';
import { District } from '../municipalities/district.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Person } from './person.entity.js';

/** The district somebody says they live in; null: they were asked, and would rather not say. */
@Entity()
export class StatedDistrict {
  @References(() => Person, { primary: true }) personId: string;
  @References(() => Municipality, { primary: true }) municipalityId: string;
  @References(() => District, { nullable: true, onDelete: 'SET NULL', index: false }) districtId:
    string | null;
  @MomentColumn() statedAt: Date;
}
