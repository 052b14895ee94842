import type { Language } from '@medvind/contracts';
import { Check, Column, Entity } from 'typeorm';
import { IdColumn, MomentColumn, TextColumn } from '../platform/database/columns.js';

/** One step of the municipality's ladder of participation (IAP2, delaktighetstrappan …) with its promise. */
export interface LadderStep {
  key: string;
  name: string;
  promise: string;
  /** For those who read in another language than the municipality's. */
  translations?: Partial<Record<Language, { name: string; promise: string }>>;
}

/** Postal address, telephone, e-mail: how to reach those who run the service. */
export interface Contact {
  unit: string;
  address: string;
  phone: string;
  email: string;
}

@Entity()
@Check('municipality_language', "language IN ('da', 'sv')")
@Check('municipality_edit_window', 'comment_edit_minutes BETWEEN 0 AND 1440')
export class Municipality {
  @IdColumn() id: string;
  @TextColumn({ unique: true }) slug: string;
  @TextColumn() name: string;
  @TextColumn() language: 'da' | 'sv';
  /** Which of the web's themes it wears. */
  @TextColumn() theme: string;
  @Column('jsonb') ladder: LadderStep[];
  @Column('jsonb') contact: Contact;
  @Column('integer', { default: 15 }) commentEditMinutes: number;
  @TextColumn({ nullable: true }) accessibilityStatementUrl: string | null;
  /** What it adds to the rules for everyone; a change of it is a new version, which everyone accepts anew. */
  @TextColumn({ default: '' }) conductText: string;
  @Column('integer', { default: 1 }) conductVersion: number;
  @TextColumn({ default: '' }) visionTitle: string;
  @TextColumn({ default: '' }) visionText: string;
  @MomentColumn() createdAt: Date;
}
