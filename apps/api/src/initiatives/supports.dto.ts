import { Flag, OneOf, Part, Text } from '../platform/http/fields.js';
import { InitiativeView } from './initiatives.dto.js';
import { STANCES, type Stance } from './support.entity.js';

export class SupportInput {
  /** Left out: for it; others only where the scheme asks for more than support. */
  @OneOf(STANCES, 'InitiativeStance', { optional: true }) stance?: Stance;
  /** The supporter agrees to be named; nothing comes of it where the rule names nobody. */
  @Flag({ optional: true }) named?: boolean;
}

/** The initiative as it is now, and what its supporter can check the count with. */
export class SupportView extends InitiativeView {
  /** Of the last thing the person said to it; empty: they never supported it. */
  @Text({ min: 0 }) receipt: string;
  /** Nobody knows where the person lives, and they were never asked. */
  @Flag() asksDistrict: boolean;
}

/** Somebody who agreed to be named. */
export class SupporterView {
  @Text() name: string;
}

export class SupporterPage {
  /** The first first. */
  @Part(() => SupporterView, { array: true }) items: SupporterView[];
  @Text({ nullable: true }) next: string | null;
}
