import { Entity, Unique } from 'typeorm';
import { IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';

/** A way a moderator looks at the queue, under a name of their own. */
@Entity()
@Unique(['personId', 'municipalityId', 'name'])
export class ModerationFilter {
  @IdColumn() id: string;
  @References(() => Municipality) municipalityId: string;
  @References(() => Person, { index: false }) personId: string;
  @TextColumn() name: string;
  /** As in the page's address: "kind=report&reason=hate". */
  @TextColumn() query: string;
  @MomentColumn() createdAt: Date;
}
