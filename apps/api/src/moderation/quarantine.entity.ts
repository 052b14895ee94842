import { Check, Column, Entity, Index } from 'typeorm';
import { IdColumn, MomentColumn, References } from '../platform/database/columns.js';
import type { AttachmentRow } from '../discussions/attachments.dto.js';
import { Comment } from '../discussions/comment.entity.js';
import { Initiative } from '../initiatives/initiative.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { ModerationDecision } from './moderation-decision.entity.js';

/** A contribution as its author wrote it. */
export interface Original {
  title?: string;
  text: string;
  /** What it said before its author's own edits, newest first. */
  revisions: { body: string; replacedAt: string }[];
  /** The picture or document that was taken away with it; the bytes stay where they are, shown to nobody. */
  attachment?: AttachmentRow;
}

/** The original of what not even moderators may read. Kept for good; who opens it is written down. */
@Entity()
@Index(['municipalityId', 'id'])
@Check('quarantine_subject', 'num_nonnulls(comment_id, initiative_id) = 1')
export class Quarantine {
  @IdColumn() id: string;
  @References(() => Municipality, { index: false, onDelete: 'RESTRICT' }) municipalityId: string;
  @References(() => ModerationDecision, { onDelete: 'RESTRICT' }) decisionId: string;
  @References(() => Comment, { nullable: true, onDelete: 'RESTRICT' }) commentId: string | null;
  @References(() => Initiative, { nullable: true, onDelete: 'RESTRICT' }) initiativeId: string | null;
  @Column('jsonb') original: Original;
  @MomentColumn() createdAt: Date;
  /** The decision was taken back, and the text with it. */
  @MomentColumn({ nullable: true }) returnedAt: Date | null;
}
