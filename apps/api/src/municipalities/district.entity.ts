import { Check, Column, Entity, Unique } from 'typeorm';
import { CountColumn, IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import type { Outline } from './outline.rules.js';
import { Municipality } from './municipality.entity.js';

/** A part of the municipality as people there speak of it (lokalområde, stadsdel). */
@Entity()
@Unique(['municipalityId', 'name'])
@Check('district_outline', "outline IS NULL OR outline ->> 'type' = 'MultiPolygon'")
export class District {
  @IdColumn() id: string;
  @References(() => Municipality, { index: false }) municipalityId: string;
  @TextColumn() name: string;
  /** As the municipality's own registers call it; free text. */
  @TextColumn({ nullable: true }) number: string | null;
  /** null: it is in the list and not on the map. */
  @Column('jsonb', { nullable: true }) outline: Outline | null;
  @CountColumn() position: number;
  /** Nothing new is placed in it; what was, stays. */
  @MomentColumn({ nullable: true }) retiredAt: Date | null;
}
