import type { Language } from '@medvind/contracts';
import { Check, Column, Entity, Index } from 'typeorm';
import { IdColumn, MomentColumn, TextColumn } from '../platform/database/columns.js';

@Entity()
@Index('person_name_trigrams', { synchronize: false })
@Check('person_name', 'char_length(name) BETWEEN 2 AND 80')
export class Person {
  @IdColumn() id: string;
  @Column('citext', { unique: true }) email: string;
  /** Text, and nothing but text, wherever it is shown. */
  @TextColumn() name: string;
  @TextColumn() language: Language;
  /** When they opened the link that was sent there. */
  @MomentColumn({ nullable: true }) emailConfirmedAt: Date | null;
  @MomentColumn() createdAt: Date;
}
