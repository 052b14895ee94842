import { Check, Entity, Unique } from 'typeorm';
import { IdColumn, MomentColumn, References } from '../platform/database/columns.js';
import { Comment } from '../discussions/comment.entity.js';
import { Initiative } from '../initiatives/initiative.entity.js';
import { Action } from './action.entity.js';

/** Input an action builds on; what its "Baggrund (borgerinput)" cites. */
@Entity()
@Unique(['actionId', 'commentId'])
@Unique(['actionId', 'initiativeId'])
@Check('action_input_subject', 'num_nonnulls(comment_id, initiative_id) = 1')
export class ActionInput {
  @IdColumn() id: string;
  @References(() => Action, { index: false }) actionId: string;
  @References(() => Comment, { nullable: true }) commentId: string | null;
  @References(() => Initiative, { nullable: true }) initiativeId: string | null;
  @MomentColumn() createdAt: Date;
}
