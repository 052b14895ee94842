import type { Evidence, Group } from '@medvind/contracts';
import { Check, Entity } from 'typeorm';
import {
  DayColumn,
  MomentColumn,
  References,
  TextColumn,
  TextsColumn,
} from '../platform/database/columns.js';
import { District } from '../municipalities/district.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Person } from './person.entity.js';

/** What a municipality knows of somebody, and by what evidence; never a CPR number or a personnummer. */
@Entity()
@Check('standing_evidence', "evidence IN ('eid-low', 'eid-substantial', 'register', 'eid-high')")
export class Standing {
  @References(() => Person, { primary: true }) personId: string;
  @References(() => Municipality, { primary: true }) municipalityId: string;
  @TextColumn() evidence: Evidence;
  @TextsColumn() groups: Group[];
  @DayColumn({ nullable: true }) bornOn: string | null;
  /** The part of the municipality they live in. */
  @References(() => District, { nullable: true, onDelete: 'SET NULL', index: false }) districtId:
    string | null;
  /** Who saw to it; null: an electronic identity. */
  @References(() => Person, { nullable: true, onDelete: 'SET NULL', index: false }) confirmedById:
    string | null;
  @MomentColumn() confirmedAt: Date;
}
