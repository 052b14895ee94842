import { Check, Entity } from 'typeorm';
import { CountColumn, IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { Process } from './process.entity.js';

export const RESPONSE_OUTCOMES = ['accepted', 'partly', 'declined'] as const;
export type ResponseOutcome = (typeof RESPONSE_OUTCOMES)[number];

/** What several contributions are about, and the one response to them all. */
@Entity()
@Check(
  'theme_response',
  "num_nulls(response_outcome, response_text) IN (0, 2) AND (responded_at IS NULL OR response_text IS NOT NULL) AND (response_outcome IS NULL OR response_outcome IN ('accepted', 'partly', 'declined'))",
)
export class Theme {
  @IdColumn() id: string;
  @References(() => Process) processId: string;
  @CountColumn() position: number;
  @TextColumn() title: string;
  @TextColumn({ nullable: true }) responseOutcome: ResponseOutcome | null;
  /** What follows from what was said, and why. */
  @TextColumn({ nullable: true }) responseText: string | null;
  /** When the response was published; null while it is written. */
  @MomentColumn({ nullable: true }) respondedAt: Date | null;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL', index: false }) respondedById:
    string | null;
}
