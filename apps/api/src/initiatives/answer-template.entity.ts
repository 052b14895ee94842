import type { InitiativeOutcome } from '@medvind/contracts';
import { Check, Entity, Unique } from 'typeorm';
import { IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';

/** An answer prepared once for many initiatives, with places for what differs. */
@Entity()
@Unique(['municipalityId', 'title'])
@Check(
  'answer_template_outcome',
  "outcome IN ('accepted', 'partly', 'declined', 'answered', 'considered-answered', 'forwarded', 'outside-competence')",
)
export class AnswerTemplate {
  @IdColumn() id: string;
  @References(() => Municipality, { index: false }) municipalityId: string;
  @TextColumn() title: string;
  @TextColumn() outcome: InitiativeOutcome;
  @TextColumn() text: string;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL', index: false }) changedById:
    string | null;
  @MomentColumn() changedAt: Date;
}
