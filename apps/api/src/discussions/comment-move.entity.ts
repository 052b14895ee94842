import { Check, Column, Entity, Index } from 'typeorm';
import { CountColumn, IdColumn, MomentColumn, References } from '../platform/database/columns.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Comment } from './comment.entity.js';
import { Thread } from './thread.entity.js';

/** A branch, or (without a comment) everything said in a thread, was taken to another thread. */
@Entity()
@Index(['fromThreadId', 'movedAt'])
@Check('comment_move_elsewhere', 'from_thread_id <> to_thread_id')
export class CommentMove {
  @IdColumn() id: string;
  @References(() => Municipality) municipalityId: string;
  /** The comment the branch begins with. */
  @References(() => Comment, { nullable: true }) commentId: string | null;
  @References(() => Thread, { index: false }) fromThreadId: string;
  /** What it answered there, and the comment that branch begins with. */
  @Column('uuid', { nullable: true }) fromParentId: string | null;
  @Column('uuid', { nullable: true }) fromRootId: string | null;
  @References(() => Thread) toThreadId: string;
  @CountColumn() commentCount: number;
  @MomentColumn() movedAt: Date;
  @MomentColumn({ nullable: true }) undoneAt: Date | null;
}
