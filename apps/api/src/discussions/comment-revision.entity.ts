import { Entity } from 'typeorm';
import { IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Comment } from './comment.entity.js';

/** What a comment said before an edit. */
@Entity()
export class CommentRevision {
  @IdColumn() id: string;
  @References(() => Comment) commentId: string;
  @TextColumn() body: string;
  @MomentColumn() replacedAt: Date;
}
