import { Column, Entity } from 'typeorm';
import { MomentColumn, References } from '../platform/database/columns.js';
import { Initiative } from './initiative.entity.js';
import type { SupportTally } from './support-tally.rules.js';

/** Where support came from, as it was told when those who gave it were forgotten. */
@Entity()
export class ForgottenSupport {
  @References(() => Initiative, { primary: true }) initiativeId: string;
  @Column('jsonb') tally: SupportTally;
  @MomentColumn() createdAt: Date;
}
