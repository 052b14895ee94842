import { Column, Entity, Index } from 'typeorm';
import { MomentColumn, References } from '../platform/database/columns.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Initiative } from './initiative.entity.js';

/** Everyone can read why it was not published: the rule said so when it was sent in. */
@Entity()
@Index(['municipalityId', 'createdAt', 'initiativeId'])
export class PublicRejection {
  @References(() => Initiative, { primary: true }) initiativeId: string;
  @References(() => Municipality, { index: false }) municipalityId: string;
  /** What was proposed can be read too. */
  @Column('boolean') withText: boolean;
  @MomentColumn() createdAt: Date;
}
