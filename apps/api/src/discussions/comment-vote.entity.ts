import { Check, Column, Entity, Index } from 'typeorm';
import { MomentColumn, References } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { Comment } from './comment.entity.js';
import { Thread } from './thread.entity.js';

/** Agree +1, disagree −1, pass 0; one a person, in the primary key. */
@Entity()
@Index(['threadId', 'personId'])
@Check('comment_vote_value', 'value IN (-1, 0, 1)')
export class CommentVote {
  @References(() => Comment, { primary: true }) commentId: string;
  @References(() => Person, { primary: true, index: true }) personId: string;
  /** The comment's; the database keeps it. */
  @References(() => Thread, { index: false }) threadId: string;
  @Column('smallint') value: -1 | 0 | 1;
  @MomentColumn() castAt: Date;
}
