import { Check, Column, Entity, Index } from 'typeorm';
import { MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { District } from '../municipalities/district.entity.js';
import { Initiative } from './initiative.entity.js';

/** Where the scheme asks for no more than support, everybody who says something is for it. */
export const STANCES = ['for', 'against', 'blank'] as const;
export type Stance = (typeof STANCES)[number];

/** What a person says to an initiative: one a person, in the primary key. */
@Entity()
@Index('support_named', ['initiativeId', 'createdAt', 'personId'], { where: 'named' })
@Check('support_stance', "stance IN ('for', 'against', 'blank')")
@Check('support_named_for', "NOT named OR stance = 'for'")
export class Support {
  @References(() => Initiative, { primary: true }) initiativeId: string;
  @References(() => Person, { primary: true, index: true }) personId: string;
  @TextColumn({ default: 'for' }) stance: Stance;
  /** They agreed to be named, where the rule names supporters. */
  @Column('boolean', { default: false }) named: boolean;
  /** Where they lived when they gave it; null: it was not known. */
  @References(() => District, { nullable: true, onDelete: 'SET NULL', index: false }) districtId:
    string | null;
  @MomentColumn() createdAt: Date;
}
