import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { BallotBox } from './ballot-box.entity.js';

/**
 * One ballot in the ledger. The database lets nobody change or delete it, and each voter has one first ballot and one
 * after each: one person, one vote.
 */
@Entity()
@Unique(['boxId', 'voter', 'turn'])
@Check(
  'ballot_entry_choice',
  'num_nonnulls(choice, commitment) = 1 AND (commitment IS NULL) = (sealed IS NULL)',
)
@Check('ballot_entry_turn', 'turn >= 1')
export class BallotEntry {
  @References(() => BallotBox, { primary: true, onDelete: 'RESTRICT' }) boxId: string;
  @PrimaryColumn('integer') index: number;
  /** The pseudonym; whose it is only the key can tell. */
  @TextColumn() voter: string;
  @Column('integer') turn: number;
  @MomentColumn() at: Date;
  /** JSON; null: behind the commitment. */
  @TextColumn({ nullable: true }) choice: string | null;
  @TextColumn({ nullable: true }) commitment: string | null;
  /** What opens the commitment, encrypted. */
  @Column('bytea', { nullable: true }) sealed: Buffer | null;
  @TextColumn() signature: string;
}
