import { Check, Column, Entity, Index } from 'typeorm';
import {
  CountColumn,
  DayColumn,
  IdColumn,
  MomentColumn,
  References,
  TextColumn,
} from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { InitiativeMerge } from './initiative-merge.entity.js';
import { Initiative } from './initiative.entity.js';

/** Somebody who supports an initiative on paper, as staff keyed it in. What is wrong is taken back, never changed. */
@Entity()
@Index('paper_support_once', ['initiativeId', 'identity', 'namesake'], {
  unique: true,
  where: 'withdrawn_at IS NULL',
})
@Index('paper_support_of_line', ['initiativeId', 'sheet', 'line'], {
  unique: true,
  where: 'withdrawn_at IS NULL',
})
@Index(['initiativeId', 'id'])
@Check('paper_support_line', 'line BETWEEN 1 AND 100')
@Check('paper_support_namesake', 'namesake >= 0')
@Check('paper_support_withdrawn', '(withdrawn_at IS NULL) = (withdrawn_reason IS NULL)')
export class PaperSupport {
  @IdColumn() id: string;
  @References(() => Initiative, { index: false }) initiativeId: string;
  /** Brought along by an initiative that was merged into this one. */
  @References(() => InitiativeMerge, { nullable: true, onDelete: 'SET NULL' }) mergeId: string | null;
  /** As written on the sheet. */
  @TextColumn() sheet: string;
  @Column('integer') line: number;
  @TextColumn() name: string;
  /** A keyed hash of the name and the day of birth, which itself is not kept. */
  @TextColumn() identity: string;
  /** 0; or of the same name and day of birth as somebody who counts already, and staff confirmed that it is another. */
  @CountColumn() namesake: number;
  /** When the last on the sheet signed, as it says. */
  @DayColumn({ nullable: true }) signedOn: string | null;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL', index: false }) keyedById: string | null;
  @MomentColumn() createdAt: Date;
  @MomentColumn({ nullable: true }) withdrawnAt: Date | null;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL', index: false }) withdrawnById:
    string | null;
  @TextColumn({ nullable: true }) withdrawnReason: string | null;
}
