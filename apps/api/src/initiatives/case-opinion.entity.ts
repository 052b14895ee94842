import { Check, Entity, Index } from 'typeorm';
import { IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { InitiativeCase } from './initiative-case.entity.js';

/** What a colleague is asked about a case, and says. One open question a colleague. */
@Entity()
@Index(['initiativeId', 'id'])
@Index('case_opinion_open', ['askedId', 'initiativeId'], { unique: true, where: 'answered_at IS NULL' })
@Check('case_opinion_answer', '(answer IS NULL) = (answered_at IS NULL)')
export class CaseOpinion {
  @IdColumn() id: string;
  @References(() => InitiativeCase, { index: false }) initiativeId: string;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL', index: false }) askerId: string | null;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL', index: false }) askedId: string | null;
  @TextColumn() question: string;
  @TextColumn({ nullable: true }) answer: string | null;
  @MomentColumn() createdAt: Date;
  @MomentColumn({ nullable: true }) answeredAt: Date | null;
}
