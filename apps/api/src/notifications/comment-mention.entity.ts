import { Entity } from 'typeorm';
import { References } from '../platform/database/columns.js';
import { Comment } from '../discussions/comment.entity.js';
import { Person } from '../identity/person.entity.js';

/** Whom a comment names with "@"; the text stays plain, and who is meant is settled when it is posted. */
@Entity()
export class CommentMention {
  @References(() => Comment, { primary: true }) commentId: string;
  @References(() => Person, { primary: true, index: true }) personId: string;
}
