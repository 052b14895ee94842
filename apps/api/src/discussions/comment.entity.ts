import type { Language } from '@medvind/contracts';
import { Check, Column, Entity, Index, Unique } from 'typeorm';
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

export const CHANNELS = ['web', 'meeting', 'paper', 'phone'] as const;
export type Channel = (typeof CHANNELS)[number];
export const COMMENT_TYPES = ['works', 'doesnt_work', 'need', 'idea', 'question'] as const;
export type CommentType = (typeof COMMENT_TYPES)[number];
/** What an argument about an initiative speaks for. */
export const STANCES = ['for', 'against'] as const;
export type Stance = (typeof STANCES)[number];
/** The first of an author's roles here is what the comment bears. */
export const VOICES = ['council', 'staff', 'moderator'] as const;
export type Voice = (typeof VOICES)[number];

@Entity()
@Index(['threadId', 'id'], { where: 'parent_id IS NULL' })
@Index(['rootId', 'id'])
@Index(['threadId', 'revision'])
@Index(['municipalityId', 'createdAt', 'id'])
@Index(['threadId', 'support', 'id'], { where: 'parent_id IS NULL' })
@Index(['threadId', 'replyCount', 'id'], { where: 'parent_id IS NULL' })
@Index(['threadId', 'language', 'id'], { where: 'parent_id IS NULL' })
@Index('comment_bridging', { synchronize: false })
@Index('comment_unanswered', ['threadId', 'id'], { where: 'parent_id IS NULL AND staff_count = 0' })
@Index('comment_staff', ['threadId', 'id'], { where: 'parent_id IS NULL AND staff_count > 0' })
@Index('comment_council', ['threadId', 'id'], { where: 'parent_id IS NULL AND council_count > 0' })
@Index('comment_argument', ['threadId', 'stance', 'support', 'id'], {
  where: 'parent_id IS NULL AND stance IS NOT NULL',
})
@Index(['moveId'], { where: 'move_id IS NOT NULL' })
@Index('comment_withheld', ['municipalityId', 'createdAt', 'id'], {
  where: 'hidden_at IS NOT NULL OR held_at IS NOT NULL',
})
@Index('comment_search', { synchronize: false })
@Index('comment_trigrams', { synchronize: false })
@Index('comment_same_text', { synchronize: false })
@Unique(['municipalityId', 'number'])
@Index('comment_remark', ['threadId', 'id'], { where: 'remark' })
@Check('comment_body', 'char_length(body) BETWEEN 1 AND CASE WHEN remark THEN 10000 ELSE 4000 END')
@Check('comment_held', '(held_at IS NULL) = (held_reason IS NULL)')
@Check('comment_channel', "channel IN ('web', 'meeting', 'paper', 'phone')")
@Check('comment_type', "type IN ('works', 'doesnt_work', 'need', 'idea', 'question')")
@Check('comment_stance', "stance IS NULL OR (stance IN ('for', 'against') AND char_length(body) <= 500)")
@Check('comment_voice', "voice IN ('council', 'staff', 'moderator')")
@Check('comment_speaker', "channel <> 'web' OR (speaker IS NULL AND entered_by_id IS NULL)")
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
  @TextColumn({ default: 'web' }) channel: Channel;
  @TextColumn({ nullable: true }) type: CommentType | null;
  /** Of an argument about an initiative; null: it is none. */
  @TextColumn({ nullable: true }) stance: Stance | null;
  /** What proposers add to their initiative once it is published: it stays as it was said. */
  @Column('boolean', { default: false }) remark: boolean;
  /** As whom its author spoke; given by the database when it is written, and stays. */
  @TextColumn({ nullable: true }) voice: Voice | null;
  /** Who said what staff keyed in, if they gave a name. */
  @TextColumn({ nullable: true }) speaker: string | null;
  /** Staff who keyed it in for somebody; never its author. */
  @References(() => Person, { nullable: true, onDelete: 'SET NULL' }) enteredById: string | null;
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
  /** What the rule saw: the word, the link, the limit; of the last time it was held. */
  @TextColumn({ default: '' }) heldDetail: string;
  /** Taken back by its author. */
  @MomentColumn({ nullable: true }) removedAt: Date | null;
  /** A moderator took personal data out of it; the original is in quarantine. */
  @MomentColumn({ nullable: true }) redactedAt: Date | null;
  /** Nobody may read it, moderators neither: the text is in quarantine, and this one only stands for it. */
  @MomentColumn({ nullable: true }) quarantinedAt: Date | null;
  /** The move that last took it to another thread. */
  @Column('uuid', { nullable: true }) moveId: string | null;
  /** The thread's revision at its last change. */
  @CountColumn() revision: number;
  @CountColumn() agreeCount: number;
  @CountColumn() disagreeCount: number;
  @CountColumn() passCount: number;
  @CountColumn() replyCount: number;
  /** Wilson's lower bound of the share that agrees; kept by the database. */
  @Column('double precision', { default: 0 }) support: number;
  /** Support across opinion groups; null while its thread has none. */
  @Column('double precision', { nullable: true }) bridging: number | null;
  /** Of one that begins a branch: what staff, or councils, say in it. */
  @CountColumn() staffCount: number;
  @CountColumn() councilCount: number;
  /** Reports that wait for a moderator. */
  @CountColumn() reportCount: number;
}
