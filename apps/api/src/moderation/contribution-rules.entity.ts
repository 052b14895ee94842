import { Check, Column, Entity, Unique } from 'typeorm';
import { IdColumn, MomentColumn, References } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';

/** A word or phrase, its end open with `*`, and what happens to a text that holds it. */
export interface ListedWord {
  word: string;
  effect: 'hold' | 'refuse';
}

/**
 * When somebody is there to read what comes in; days as 1 (Monday) to 7, times as "08:00". On public holidays nobody
 * is, nor on the days the municipality adds ("2026-12-24").
 */
export interface OfficeHours {
  days: number[];
  from: string;
  to: string;
  closed?: string[];
}

/**
 * What happens to contributions before anyone has judged them, per municipality and versioned: what a rule did names
 * the version it did it under. null: the rule is off.
 */
@Entity()
@Unique(['municipalityId', 'version'])
@Check(
  'contribution_rules_limits',
  'least(new_account_days, per_minute, per_hour, duplicate_hours, flood_people) >= 1',
)
export class ContributionRules {
  @IdColumn() id: string;
  @References(() => Municipality, { index: false }) municipalityId: string;
  @Column('integer') version: number;
  /** Everything is seen by a moderator before others can read it. */
  @Column('boolean', { default: false }) holdAll: boolean;
  /** … or what comes from those who joined fewer days ago, */
  @Column('integer', { nullable: true }) newAccountDays: number | null;
  /** … or what holds a link, */
  @Column('boolean', { default: false }) holdLinks: boolean;
  /** … or what comes while nobody is there. */
  @Column('jsonb', { nullable: true }) officeHours: OfficeHours | null;
  @Column('jsonb', { default: () => "'[]'" }) words: ListedWord[];
  /** How many contributions one person may write in a minute, and in an hour. */
  @Column('integer', { nullable: true }) perMinute: number | null;
  @Column('integer', { nullable: true }) perHour: number | null;
  /** For how many hours one person cannot write the same again. */
  @Column('integer', { nullable: true }) duplicateHours: number | null;
  /** From how many people the same text within an hour is taken for spam until a moderator has seen it. */
  @Column('integer', { nullable: true }) floodPeople: number | null;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL', index: false }) createdById:
    string | null;
  @MomentColumn() createdAt: Date;
}
