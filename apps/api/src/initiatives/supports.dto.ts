import { Text } from '../platform/http/fields.js';
import { InitiativeView } from './initiatives.dto.js';

/** The initiative as it is now, and what its supporter can check the count with. */
export class SupportView extends InitiativeView {
  /** Of the last thing the person said to it; empty: they never supported it. */
  @Text({ min: 0 }) receipt: string;
}
