import { CountColumn, IdColumn, MomentColumn, TextColumn } from '../database/columns.js';

export const MADE_STATUSES = ['waiting', 'running', 'done', 'failed'] as const;
export type MadeStatus = (typeof MADE_STATUSES)[number];

/** A file that is made by a job one can leave, with an honest end. */
export abstract class MadeFile {
  @IdColumn() id: string;
  @TextColumn({ default: 'waiting' }) status: MadeStatus;
  /** Steps done, of `total`. */
  @CountColumn() done: number;
  @CountColumn() total: number;
  /** How often it was begun. */
  @CountColumn() attempts: number;
  @TextColumn({ default: '' }) fileName: string;
  @MomentColumn() createdAt: Date;
  @MomentColumn({ nullable: true }) finishedAt: Date | null;
}
