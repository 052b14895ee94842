import { Check, Entity, Index, Unique } from 'typeorm';
import { IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Comment } from '../discussions/comment.entity.js';
import { Person } from '../identity/person.entity.js';
import { Initiative } from '../initiatives/initiative.entity.js';
import { Process } from './process.entity.js';
import { Theme } from './theme.entity.js';

export const FEEDBACK_TYPES = ['works', 'doesnt_work', 'need'] as const;
export type FeedbackType = (typeof FEEDBACK_TYPES)[number];

/** A comment or initiative that a process takes in, sorted under a theme. */
@Entity()
@Index(['processId', 'themeId', 'id'])
@Unique(['processId', 'commentId'])
@Unique(['processId', 'initiativeId'])
@Check('feedback_link_subject', 'num_nonnulls(comment_id, initiative_id) = 1')
@Check('feedback_link_type', "type IN ('works', 'doesnt_work', 'need')")
export class FeedbackLink {
  @IdColumn() id: string;
  @References(() => Process, { index: false }) processId: string;
  @References(() => Theme, { nullable: true, onDelete: 'SET NULL' }) themeId: string | null;
  @References(() => Comment, { nullable: true }) commentId: string | null;
  @References(() => Initiative, { nullable: true }) initiativeId: string | null;
  @TextColumn({ nullable: true }) type: FeedbackType | null;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL', index: false }) linkedById: string | null;
  @MomentColumn() createdAt: Date;
  /** When its author was told what the process does with it; null: not yet. */
  @MomentColumn({ nullable: true }) toldAt: Date | null;
}
