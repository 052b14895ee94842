import type { Json } from '@medvind/ballot-ledger';
import { Check, Column, Entity, Index, Unique } from 'typeorm';
import { CountColumn, IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Municipality } from '../municipalities/municipality.entity.js';

export const BALLOT_SUBJECTS = ['initiative', 'vote'] as const;
export type BallotSubject = (typeof BALLOT_SUBJECTS)[number];

/** What a box's ballots are about and how they are counted; published with the ledger, and never changed. */
export type BallotTerms = { readonly [key: string]: Json };

/** A ledger of ballots about one subject. Nothing in it says who voted: a voter is a pseudonym of this box alone. */
@Entity()
@Unique(['subjectKind', 'subjectId'])
@Check('ballot_box_subject', "subject_kind IN ('initiative', 'vote')")
@Check('ballot_box_called_off', 'NOT called_off OR ended_at IS NOT NULL')
@Index('ballot_box_unsigned', ['id'], { where: 'unsigned' })
@Index('ballot_box_closing', ['closesAt', 'id'], { where: 'closed_at IS NULL' })
@Check('ballot_box_period', 'closes_at IS NULL OR opens_at < closes_at')
export class BallotBox {
  @IdColumn() id: string;
  @References(() => Municipality, { onDelete: 'RESTRICT' }) municipalityId: string;
  @TextColumn() subjectKind: BallotSubject;
  @Column('uuid') subjectId: string;
  @Column('jsonb') terms: BallotTerms;
  /** What ballots say is hidden until the box is closed. */
  @Column('boolean', { default: false }) hidden: boolean;
  @MomentColumn() opensAt: Date;
  /** null: its subject says when. */
  @MomentColumn({ nullable: true }) closesAt: Date | null;
  /** It takes no ballot since then, before its time or because it had none; its last checkpoint follows. */
  @MomentColumn({ nullable: true }) endedAt: Date | null;
  /** It ended without being counted. */
  @Column('boolean', { default: false }) calledOff: boolean;
  @MomentColumn({ nullable: true }) closedAt: Date | null;
  /** How many entries there are; the next one's index. The database counts them. */
  @CountColumn() size: number;
  /** There is something that no checkpoint covers. The database says so. */
  @Column('boolean', { default: false }) unsigned: boolean;
  /** Of the key its entries and checkpoints are signed with, and its pseudonyms made with. */
  @TextColumn() publicKey: string;
}
