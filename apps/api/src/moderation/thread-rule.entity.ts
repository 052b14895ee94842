import { Column, Entity } from 'typeorm';
import { MomentColumn, References } from '../platform/database/columns.js';
import { Thread } from '../discussions/thread.entity.js';
import { Person } from '../identity/person.entity.js';

/** A thread's own rule, which goes before the municipality's: seen by a moderator before (true) or after (false). */
@Entity()
export class ThreadRule {
  @References(() => Thread, { primary: true }) threadId: string;
  @Column('boolean') holdAll: boolean;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL', index: false }) setById: string | null;
  @MomentColumn() setAt: Date;
}
