import { Check, Column, Entity } from 'typeorm';
import { References } from '../platform/database/columns.js';
import { Municipality } from '../municipalities/municipality.entity.js';

/** How a municipality has its queue watched over; without a row, as `WAITING_HOURS` says. */
@Entity()
@Check('moderation_setting_hours', 'waiting_hours BETWEEN 1 AND 720')
export class ModerationSetting {
  @References(() => Municipality, { primary: true }) municipalityId: string;
  /** Moderators get a mail about what has waited longer; null: never. */
  @Column('integer', { nullable: true, default: 24 }) waitingHours: number | null;
}
