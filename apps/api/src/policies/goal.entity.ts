import { Check, Column, Entity } from 'typeorm';
import { CountColumn, IdColumn, References, TextColumn, TextsColumn } from '../platform/database/columns.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Policy } from './policy.entity.js';

/** A node of the policy's tree, on whatever level: ambition, focus area, framework goal, priority. */
@Entity()
@Check('goal_level', 'level >= 1 AND (level = 1) = (parent_id IS NULL)')
export class Goal {
  @IdColumn() id: string;
  @References(() => Municipality) municipalityId: string;
  @References(() => Policy) policyId: string;
  @References(() => Goal, { nullable: true }) parentId: string | null;
  /** Order in the document, over the whole policy. */
  @CountColumn() position: number;
  /** 1 is the first below the policy. */
  @Column('integer') level: number;
  /** As printed; free text, never an identity. */
  @TextColumn({ nullable: true }) number: string | null;
  @TextColumn() title: string;
  /** The document has no title here; this one was proposed and can be edited. */
  @Column('boolean', { default: false }) titleProposed: boolean;
  @TextColumn({ default: '' }) text: string;
  @TextsColumn() targetGroups: string[];
}
