import { Column, Entity, Index } from 'typeorm';
import { MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { OrganisationUnit } from '../municipalities/organisation-unit.entity.js';
import { Initiative } from './initiative.entity.js';

/**
 * Who in the municipality deals with an initiative. The database opens one with its publication, at the unit that owns
 * the policy; nothing of it is anybody's but staff's.
 */
@Entity()
@Index(['municipalityId', 'initiativeId'])
@Index(['assigneeId'], { where: 'assignee_id IS NOT NULL' })
export class InitiativeCase {
  @References(() => Initiative, { primary: true }) initiativeId: string;
  @References(() => Municipality, { index: false }) municipalityId: string;
  @References(() => OrganisationUnit, { nullable: true, onDelete: 'SET NULL' }) unitId: string | null;
  /** Nobody has looked at it yet: it is the unit that owns the policy. */
  @Column('boolean', { default: true }) unitProposed: boolean;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL', index: false }) assigneeId: string | null;
  /** In the council's own system; empty: it is not there yet. */
  @TextColumn({ default: '' }) caseNumber: string;
  /** Until when its proposers are to be told who deals with it. */
  @MomentColumn({ nullable: true }) noticeBy: Date | null;
  @MomentColumn({ nullable: true }) toldAt: Date | null;
}
