import { Entity, Index } from 'typeorm';
import { CountColumn, References } from '../platform/database/columns.js';
import { Comment } from './comment.entity.js';
import { Thread } from './thread.entity.js';

/** A comment that stood in a thread and does so no longer: pages that show it are told, links to it lead on. */
@Entity()
@Index(['threadId', 'revision'])
export class Departure {
  @References(() => Thread, { primary: true }) threadId: string;
  @References(() => Comment, { primary: true, index: true }) commentId: string;
  /** The thread's when it left. */
  @CountColumn() revision: number;
}
