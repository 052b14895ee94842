import { Check, Column, Entity, Index, Unique } from 'typeorm';
import { IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';

export const FOLLOW_KINDS = [
  'thread',
  'policy',
  'goal',
  'initiative',
  'process',
  'district',
  'vote',
] as const;
export type FollowKind = (typeof FOLLOW_KINDS)[number];

/** Somebody wants to hear of what happens at something. */
@Entity()
@Unique(['personId', 'kind', 'subjectId'])
@Index(['kind', 'subjectId', 'personId'], { where: 'ended_at IS NULL' })
@Index(['municipalityId', 'personId'], { where: 'ended_at IS NULL' })
@Check('follow_kind', "kind IN ('thread', 'policy', 'goal', 'initiative', 'process', 'district', 'vote')")
export class Follow {
  @IdColumn() id: string;
  @References(() => Person, { index: false }) personId: string;
  @References(() => Municipality, { index: false }) municipalityId: string;
  @TextColumn() kind: FollowKind;
  @Column('uuid') subjectId: string;
  @MomentColumn() createdAt: Date;
  /** Said no: writing there again does not begin it anew, only following does. */
  @MomentColumn({ nullable: true }) endedAt: Date | null;
}
