import { Column, Entity, Unique } from 'typeorm';
import { IdColumn, MomentColumn, References } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import type { Scheme } from './scheme.rules.js';

/** The municipality's rules for initiatives, versioned: an initiative keeps the version it was published under. */
@Entity()
@Unique(['municipalityId', 'version'])
export class InitiativeRule {
  @IdColumn() id: string;
  @References(() => Municipality, { index: false }) municipalityId: string;
  @Column('integer') version: number;
  @Column('jsonb') scheme: Scheme;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL' }) createdById: string | null;
  @MomentColumn() createdAt: Date;
}
