import { Column, Entity, Unique } from 'typeorm';
import { IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import type { ReasonCode } from './reason-codes.js';

/** A municipality's own words for a reason; the highest version counts. Without any, those of `reason-templates.ts` do. */
@Entity()
@Unique(['municipalityId', 'code', 'version'])
export class ReasonTemplate {
  @IdColumn() id: string;
  @References(() => Municipality, { index: false }) municipalityId: string;
  @TextColumn() code: ReasonCode;
  @Column('integer') version: number;
  @TextColumn() text: string;
  /** The provision it rests on; empty: the conduct alone. */
  @TextColumn({ default: '' }) law: string;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL', index: false }) changedById:
    string | null;
  @MomentColumn() createdAt: Date;
}
