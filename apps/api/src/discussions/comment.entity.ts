import type { Language } from '@medvind/contracts';
import { Check, Entity, Index, Unique } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  MomentColumn,
  NumberColumn,
  References,
  TextColumn,
} from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Thread } from './thread.entity.js';

@Entity()
@Index(['threadId', 'id'], { where: 'parent_id IS NULL' })
@Index(['rootId', 'id'])
@Index(['threadId', 'revision'])
@Index(['municipalityId', 'createdAt', 'id'])
@Index('comment_search', { synchronize: false })
@Unique(['municipalityId', 'number'])
@Check('comment_body', 'char_length(body) BETWEEN 1 AND 4000')
@Check('comment_held', '(held_at IS NULL) = (held_reason IS NULL)')
@Check('comment_channel', "channel IN ('web', 'meeting', 'paper', 'phone')")
export class Comment {
  @IdColumn() id: string;
  @NumberColumn() number: number;
  @References(() => Municipality, { index: false }) municipalityId: string;
  @References(() => Thread, { index: false }) threadId: string;
  @References(() => Comment, { nullable: true }) parentId: string | null;
  /** The comment its branch begins with; null for one that begins a branch itself. */
  @References(() => Comment, { nullable: true, index: false }) rootId: string | null;
  /** null: the author's account is gone, the text stays. */
  @References(() => Person, { nullable: true, onDelete: 'SET NULL' }) authorId: string | null;
  @TextColumn() body: string;
  @TextColumn() language: Language;
  @TextColumn({ default: 'web' }) channel: 'web' | 'meeting' | 'paper' | 'phone';
  @MomentColumn() createdAt: Date;
  @MomentColumn({ nullable: true }) editedAt: Date | null;
  /** Taken out of sight by a moderator; the text is kept. */
  @MomentColumn({ nullable: true }) hiddenAt: Date | null;
  /** Why, in the moderator's words; shown on the tombstone. */
  @TextColumn({ nullable: true }) hiddenReason: string | null;
  /** Written, and waiting for a moderator before others can read it. */
  @MomentColumn({ nullable: true }) heldAt: Date | null;
  /** The code of the rule that holds it. */
  @TextColumn({ nullable: true }) heldReason: string | null;
  /** Taken back by its author. */
  @MomentColumn({ nullable: true }) removedAt: Date | null;
  /** The thread's revision at its last change. */
  @CountColumn() revision: number;
  @CountColumn() agreeCount: number;
  @CountColumn() disagreeCount: number;
  @CountColumn() passCount: number;
  @CountColumn() replyCount: number;
  /** Reports that wait for a moderator. */
  @CountColumn() reportCount: number;
}
