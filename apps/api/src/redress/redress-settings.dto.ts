import { Whole } from '../platform/http/fields.js';

export class RedressSettingsView {
  /** Within which a notice of something illegal is to be decided. */
  @Whole({ min: 1, max: 168 }) noticeHours: number;
  /** For which somebody can answer before they are suspended. */
  @Whole({ min: 3, max: 30 }) hearingDays: number;
}
