import { Check, Entity, Index } from 'typeorm';
import { IdColumn, MomentColumn, References } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { Comment } from './comment.entity.js';
import { Thread } from './thread.entity.js';

/** A comment of staff pinned as the answer; rows are closed, never deleted, and so are its log. */
@Entity()
@Index('official_answer_one', { synchronize: false })
@Index('official_answer_once', ['commentId'], { unique: true, where: 'unpinned_at IS NULL' })
@Check('official_answer_unpinned', 'unpinned_by_id IS NULL OR unpinned_at IS NOT NULL')
export class OfficialAnswer {
  @IdColumn() id: string;
  @References(() => Thread, { index: false }) threadId: string;
  /** The answer. */
  @References(() => Comment) commentId: string;
  /** The comment it answers; null: the whole thread. One at a time for each. */
  @References(() => Comment, { nullable: true }) answersId: string | null;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL' }) pinnedById: string | null;
  @MomentColumn() pinnedAt: Date;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL' }) unpinnedById: string | null;
  @MomentColumn({ nullable: true }) unpinnedAt: Date | null;
}
