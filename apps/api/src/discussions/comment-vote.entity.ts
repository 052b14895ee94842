import { Check, Column, Entity } from 'typeorm';
import { MomentColumn, References } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { Comment } from './comment.entity.js';

/** Agree +1, disagree −1, pass 0; one a person, in the primary key. */
@Entity()
@Check('comment_vote_value', 'value IN (-1, 0, 1)')
export class CommentVote {
  @References(() => Comment, { primary: true }) commentId: string;
  @References(() => Person, { primary: true, index: true }) personId: string;
  @Column('smallint') value: -1 | 0 | 1;
  @MomentColumn() castAt: Date;
}
