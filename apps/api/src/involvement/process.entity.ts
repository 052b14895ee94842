import { Check, Column, Entity, Index } from 'typeorm';
import {
  CountColumn,
  DayColumn,
  IdColumn,
  MomentColumn,
  References,
  TextColumn,
  TextsColumn,
} from '../platform/database/columns.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { OrganisationUnit } from '../municipalities/organisation-unit.entity.js';
import { Person } from '../identity/person.entity.js';

export const PROCESS_KINDS = ['user', 'citizen'] as const;
export const PROCESS_STATES = ['planned', 'open', 'closed'] as const;
export const PHASE_KINDS = ['preparation', 'information', 'dialogue', 'confirmation', 'response'] as const;

export interface Phase {
  kind: (typeof PHASE_KINDS)[number];
  /** Days, "2026-11-23". */
  from: string;
  to: string;
  note: string;
}

/** Taking part, against what was aimed for. */
export interface Participants {
  group: string;
  target: number | null;
  actual: number | null;
}

/** An involvement process (brugerinddragelse, brukarinflytande, medborgardialog). */
@Entity()
@Index(['municipalityId', 'id'])
@Check('process_kind', "kind IN ('user', 'citizen')")
@Check('process_state', "state IN ('planned', 'open', 'closed')")
@Check('process_closed', "(state = 'closed') = (closed_at IS NOT NULL)")
export class Process {
  @IdColumn() id: string;
  @References(() => Municipality, { index: false }) municipalityId: string;
  @TextColumn() title: string;
  @TextColumn() kind: (typeof PROCESS_KINDS)[number];
  @TextColumn({ default: 'open' }) state: (typeof PROCESS_STATES)[number];
  @TextColumn({ default: '' }) service: string;
  @TextColumn({ default: '' }) background: string;
  @TextColumn() purpose: string;
  /** The question that can be influenced; empty: then the level can only be to inform. */
  @TextColumn({ default: '' }) question: string;
  /** What cannot be influenced: law, budget, earlier decisions. */
  @TextColumn() fixedFrame: string;
  /** Key of a step of the municipality's ladder of participation. */
  @TextColumn() level: string;
  @TextsColumn() targetGroups: string[];
  /** How those hard to reach are reached. */
  @TextColumn({ default: '' }) outreach: string;
  @TextsColumn() methods: string[];
  @Column('jsonb', { default: [] }) phases: Phase[];
  @TextColumn({ default: '' }) decides: string;
  @DayColumn({ nullable: true }) decidesOn: string | null;
  @References(() => OrganisationUnit, { nullable: true, onDelete: 'SET NULL' }) ownerUnitId: string | null;
  @TextColumn({ default: '' }) team: string;
  @Column('jsonb', { default: [] }) participants: Participants[];
  @TextColumn({ default: '' }) decision: string;
  @TextColumn({ default: '' }) evaluation: string;
  @TextColumn({ default: '' }) caseNumber: string;
  /** Raised by every save of the record, so that two who write in it do not undo each other. */
  @CountColumn() revision: number;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL', index: false }) createdById:
    string | null;
  @MomentColumn() createdAt: Date;
  @MomentColumn({ nullable: true }) closedAt: Date | null;
}
