import { Check, Column, Entity } from 'typeorm';
import { CountColumn, DayColumn, IdColumn, References, TextColumn } from '../platform/database/columns.js';
import { Goal } from '../policies/goal.entity.js';
import { ActionPlan } from './action-plan.entity.js';

export const ACTION_STATUSES = ['planned', 'started', 'done', 'dropped'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** An action (indsats, åtgärd): one row of the plan, with its columns. */
@Entity()
@Check('action_status', "status IN ('planned', 'started', 'done', 'dropped')")
@Check('action_schedule', 'starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on')
export class Action {
  @IdColumn() id: string;
  @References(() => ActionPlan) planId: string;
  @References(() => Goal, { nullable: true, onDelete: 'RESTRICT' }) goalId: string | null;
  @CountColumn() position: number;
  @TextColumn({ default: '' }) number: string;
  @TextColumn() title: string;
  @TextColumn({ default: '' }) description: string;
  @TextColumn({ default: '' }) targetGroup: string;
  @TextColumn({ default: '' }) successCriterion: string;
  @TextColumn({ default: '' }) indicator: string;
  @TextColumn({ default: '' }) targetValue: string;
  @TextColumn({ default: '' }) responsible: string;
  @TextColumn({ default: '' }) lead: string;
  @TextColumn({ default: '' }) partners: string;
  /** As people read it ("Foråret 2027"); the days, where they are known, let a spreadsheet sort. */
  @TextColumn({ default: '' }) schedule: string;
  @DayColumn({ nullable: true }) startsOn: string | null;
  @DayColumn({ nullable: true }) endsOn: string | null;
  /** "Inden for rammen" is a value too; `economyAmount` in whole kroner or kronor where there is a sum. */
  @TextColumn({ default: '' }) economyText: string;
  @Column('integer', { nullable: true }) economyAmount: number | null;
  @TextColumn({ default: 'planned' }) status: ActionStatus;
  @TextColumn({ default: '' }) followUp: string;
  /** What came of it; told to everyone whose input it cites. */
  @TextColumn({ default: '' }) result: string;
  /** Raised by every save, so that two tabs do not undo each other. */
  @CountColumn() revision: number;
}
