import { Entity, PrimaryColumn } from 'typeorm';
import { MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Municipality } from '../municipalities/municipality.entity.js';

/** What a feed was when it was last given out, and since when: of what is hidden nothing else tells the time. */
@Entity()
export class FeedEdition {
  @References(() => Municipality, { primary: true }) municipalityId: string;
  /** "policies/kultur/feed.atom" */
  @PrimaryColumn('text') path: string;
  @TextColumn() tag: string;
  /** In whole seconds, as HTTP has it, and another one for every edition. */
  @MomentColumn() changedAt: Date;
}
