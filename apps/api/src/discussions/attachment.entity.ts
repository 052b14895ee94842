import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { CountColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Comment } from './comment.entity.js';

export const ATTACHMENT_KINDS = ['image', 'document'] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** A picture or a document of a comment. Its uploader's alone until a comment of theirs takes it, for good. */
@Entity('comment_attachment')
@Unique('comment_attachment_comment_id_key', ['commentId'])
@Index(['uploaderId', 'createdAt'])
@Index('comment_attachment_unused', ['createdAt'], { where: 'comment_id IS NULL' })
@Check('comment_attachment_kind', "kind IN ('image', 'document')")
@Check(
  'comment_attachment_image',
  "(kind = 'image') = (width IS NOT NULL AND height IS NOT NULL AND preview IS NOT NULL)",
)
@Check('comment_attachment_alt', 'char_length(alt) <= 300')
export class Attachment {
  /** Chance alone, and no time in it: who has not been given the address cannot guess it. */
  @PrimaryColumn('uuid', { default: () => 'unguessable_id()' }) id: string;
  @References(() => Municipality) municipalityId: string;
  /** null: the account is gone; what a comment holds stays with the comment. */
  @References(() => Person, { nullable: true, onDelete: 'SET NULL', index: false }) uploaderId: string | null;
  @References(() => Comment, { nullable: true, index: false }) commentId: string | null;
  @TextColumn() kind: AttachmentKind;
  @TextColumn() contentType: string;
  /** What it is called when saved. */
  @TextColumn() fileName: string;
  /** What a picture shows, for those who do not see it; empty: the text says it all. */
  @TextColumn({ default: '' }) alt: string;
  @Column('integer', { nullable: true }) width: number | null;
  @Column('integer', { nullable: true }) height: number | null;
  @CountColumn() byteSize: number;
  @Column('bytea', { select: false }) content: Buffer;
  /** A picture small enough for the thread. */
  @Column('bytea', { nullable: true, select: false }) preview: Buffer | null;
  @MomentColumn() createdAt: Date;
  /** Nobody may see it, moderators neither: it is in quarantine with what its comment said. */
  @MomentColumn({ nullable: true }) withheldAt: Date | null;
}
