import { Column, Entity, Index } from 'typeorm';
import { IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Person } from '../identity/person.entity.js';

/** Something that happened to what a person wrote; the web has the words for each kind. */
@Entity()
@Index(['personId', 'createdAt', 'id'])
export class Notification {
  @IdColumn() id: string;
  @References(() => Person, { index: false }) personId: string;
  @References(() => Municipality) municipalityId: string;
  /** e.g. "comment-hidden", "input-linked", "theme-answered". */
  @TextColumn() kind: string;
  /** What the words need: titles, a reason, an outcome. */
  @Column('jsonb') details: Record<string, string | number | null>;
  /** The page it leads to, below the municipality: "goals/…". */
  @TextColumn() path: string;
  @MomentColumn() createdAt: Date;
  @MomentColumn({ nullable: true }) readAt: Date | null;
}
