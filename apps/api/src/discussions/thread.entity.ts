import { Check, Entity, Unique } from 'typeorm';
import { Column } from 'typeorm';
import { CountColumn, IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Goal } from '../policies/goal.entity.js';

export const SUBJECT_KINDS = ['goal', 'initiative', 'process', 'theme', 'action'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** The discussion of one subject. */
@Entity()
@Unique(['subjectKind', 'subjectId'])
@Check('thread_subject_kind', "subject_kind IN ('goal', 'initiative', 'process', 'theme', 'action')")
export class Thread {
  @IdColumn() id: string;
  @References(() => Municipality) municipalityId: string;
  @TextColumn() subjectKind: SubjectKind;
  @Column('uuid') subjectId: string;
  /** The goal it belongs under; null where there is none. */
  @References(() => Goal, { nullable: true }) goalId: string | null;
  /** The page it stands on, below the municipality. */
  @TextColumn() path: string;
  /** Of its subject. */
  @TextColumn() title: string;
  /** Raised under the row's lock by every change to the thread or a comment of it; a comment holds its last. */
  @CountColumn() revision: number;
  /** Comments that can be read: neither hidden nor removed. */
  @CountColumn() commentCount: number;
  @MomentColumn({ nullable: true }) lockedAt: Date | null;
  @TextColumn({ nullable: true }) lockReason: string | null;
  /** When its comments were last given their `bridging`; null while it has no opinion groups. */
  @MomentColumn({ nullable: true }) bridgedAt: Date | null;
  @MomentColumn() createdAt: Date;
}
