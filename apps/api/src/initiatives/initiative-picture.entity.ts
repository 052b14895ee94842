import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { CountColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Initiative } from './initiative.entity.js';

export const MOST_PICTURES = 3;

/** What an initiative shows beside its text. */
@Entity()
@Unique(['initiativeId', 'position'])
@Check('initiative_picture_position', 'position BETWEEN 1 AND 3')
@Check('initiative_picture_alt', 'char_length(alt) BETWEEN 1 AND 300')
export class InitiativePicture {
  /** Chance alone, and no time in it: who has not been given the address cannot guess it. */
  @PrimaryColumn('uuid', { default: () => 'unguessable_id()' }) id: string;
  @References(() => Initiative, { index: false }) initiativeId: string;
  /** 1 to 3, so that the database itself lets no fourth in. */
  @Column('integer') position: number;
  /** What it shows, for those who do not see it. */
  @TextColumn() alt: string;
  @Column('integer') width: number;
  @Column('integer') height: number;
  @CountColumn() byteSize: number;
  @Column('bytea', { select: false }) content: Buffer;
  /** Small enough for a page. */
  @Column('bytea', { select: false }) preview: Buffer;
  @MomentColumn() createdAt: Date;
}
