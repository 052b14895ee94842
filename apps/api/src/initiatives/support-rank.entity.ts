import { Column, Entity, Index } from 'typeorm';
import { References, TextColumn } from '../platform/database/columns.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import type { InitiativeStatus } from './life.rules.js';
import { Initiative } from './initiative.entity.js';

/** How many support an initiative and where it stands, kept by the database beside the initiative's own count, for the lists by support. */
@Entity()
@Index(['municipalityId', 'supportCount', 'initiativeId'])
@Index('support_rank_within_status', ['municipalityId', 'status', 'supportCount', 'initiativeId'])
export class SupportRank {
  @References(() => Initiative, { primary: true }) initiativeId: string;
  @References(() => Municipality, { index: false }) municipalityId: string;
  @TextColumn() status: InitiativeStatus;
  @Column('integer') supportCount: number;
}
