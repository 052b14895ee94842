import type { Json } from '@medvind/ballot-ledger';
import type { TallyState } from '@medvind/vote-counting';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { BallotBox } from './ballot-box.entity.js';

/** What a ledger was at a moment, signed and published. */
@Entity()
export class BallotCheckpoint {
  @References(() => BallotBox, { primary: true, onDelete: 'RESTRICT' }) boxId: string;
  @PrimaryColumn('integer') size: number;
  /** Made when the box was closed; there may be one of the same size from before. */
  @PrimaryColumn('boolean') final: boolean;
  @TextColumn() root: string;
  @MomentColumn() at: Date;
  @Column('jsonb', { nullable: true }) result: Json;
  @TextColumn() signature: string;
  /** The tree's complete subtrees, to go on from. */
  @Column('jsonb') kept: string[];
  /** What is counted so far; null while that is hidden. */
  @Column('jsonb', { nullable: true }) tally: TallyState | null;
}
