import { Check, Entity, PrimaryColumn } from 'typeorm';
import { MomentColumn, References } from '../platform/database/columns.js';
import { Initiative } from './initiative.entity.js';

/** What is to be done by then: read it before it is published, say who deals with it, decide. */
export const REMINDERS = ['review', 'notice', 'decision'] as const;
export type ReminderKind = (typeof REMINDERS)[number];

/** That a deadline comes near or has passed was said: once of each, whichever process came to it. */
@Entity()
@Check('case_reminder_what', "what IN ('review', 'notice', 'decision')")
export class CaseReminder {
  @References(() => Initiative, { primary: true }) initiativeId: string;
  @PrimaryColumn('text') what: ReminderKind;
  /** As it was then; one that is put off is another. */
  @PrimaryColumn('timestamptz') deadline: Date;
  @PrimaryColumn('boolean') late: boolean;
  @MomentColumn() createdAt: Date;
}
