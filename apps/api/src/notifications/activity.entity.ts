import { Check, Entity, Index } from 'typeorm';
import { IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { ActionPlan } from '../action-plans/action-plan.entity.js';
import { Comment } from '../discussions/comment.entity.js';
import { Person } from '../identity/person.entity.js';
import { Initiative } from '../initiatives/initiative.entity.js';
import { Process } from '../involvement/process.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Vote } from '../votes/vote.entity.js';

export const ACTIVITY_KINDS = [
  'comment',
  'initiative',
  'initiative-reached',
  'initiative-expired',
  'initiative-answered',
  'process-opened',
  'process-answered',
  'process-closed',
  'plan-published',
  'vote-opened',
  'vote-called-off',
  'vote-closed',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** What those who voted are told, whether they follow the vote or not. */
export const CONCERNS_VOTERS: ReadonlySet<ActivityKind> = new Set(['vote-called-off', 'vote-closed']);

/**
 * Something that happened where people may follow. It names what happened and holds no text of it: what it says is
 * asked for when it is told, and left out when it cannot be read any more.
 */
@Entity()
@Index(['municipalityId', 'happenedAt'])
@Check('activity_source', 'num_nonnulls(comment_id, initiative_id, process_id, plan_id, vote_id) = 1')
@Index('activity_vote_once', ['voteId', 'kind'], { unique: true, where: 'vote_id IS NOT NULL' })
export class Activity {
  @IdColumn() id: string;
  @References(() => Municipality, { index: false }) municipalityId: string;
  @TextColumn() kind: ActivityKind;
  /** Who did it: they need not be told. */
  @References(() => Person, { nullable: true, onDelete: 'SET NULL' }) actorId: string | null;
  @References(() => Comment, { nullable: true }) commentId: string | null;
  @References(() => Initiative, { nullable: true }) initiativeId: string | null;
  @References(() => Process, { nullable: true }) processId: string | null;
  @References(() => ActionPlan, { nullable: true }) planId: string | null;
  @References(() => Vote, { nullable: true }) voteId: string | null;
  @MomentColumn() happenedAt: Date;
}
