import { Column, Entity, Index } from 'typeorm';
import { MomentColumn, References } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { District } from '../municipalities/district.entity.js';
import { Initiative } from './initiative.entity.js';

/** 'I support it': one a person, in the primary key. */
@Entity()
@Index('support_named', ['initiativeId', 'createdAt', 'personId'], { where: 'named' })
export class Support {
  @References(() => Initiative, { primary: true }) initiativeId: string;
  @References(() => Person, { primary: true, index: true }) personId: string;
  /** They agreed to be named, where the rule names supporters. */
  @Column('boolean', { default: false }) named: boolean;
  /** Where they lived when they gave it; null: it was not known. */
  @References(() => District, { nullable: true, onDelete: 'SET NULL', index: false }) districtId:
    string | null;
  @MomentColumn() createdAt: Date;
}
