import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { References } from '../platform/database/columns.js';
import { Activity } from './activity.entity.js';
import type { FollowKind } from './follow.entity.js';

/** What one must follow to hear of an activity. */
@Entity()
@Index(['kind', 'subjectId', 'happenedAt'])
export class ActivitySubject {
  @References(() => Activity, { primary: true }) activityId: string;
  @PrimaryColumn('text') kind: FollowKind;
  @PrimaryColumn('uuid') subjectId: string;
  /** The activity's. */
  @Column('timestamptz') happenedAt: Date;
}
