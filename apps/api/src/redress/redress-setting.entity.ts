import { Check, Column, Entity } from 'typeorm';
import { References } from '../platform/database/columns.js';
import { Municipality } from '../municipalities/municipality.entity.js';

/** The times a municipality sets itself. */
@Entity()
@Check('redress_setting_limits', 'notice_hours BETWEEN 1 AND 168 AND hearing_days BETWEEN 3 AND 30')
export class RedressSetting {
  @References(() => Municipality, { primary: true }) municipalityId: string;
  /** Within which a notice of something illegal is to be decided. */
  @Column('integer', { default: 24 }) noticeHours: number;
  /** For which somebody can answer before they are suspended. */
  @Column('integer', { default: 7 }) hearingDays: number;
}
