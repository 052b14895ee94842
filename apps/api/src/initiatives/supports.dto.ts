import { Flag, Id, OneOf, Part, Text } from '../platform/http/fields.js';
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

/** What support is counted in, for whoever wants to check it. */
export class SupportLedgerView {
  /** null: nobody has supported it yet. */
  @Id({ nullable: true }) boxId: string | null;
  /** Of the last thing the reader said to it; null: nothing that is in the ledger. */
  @Text({ nullable: true }) receipt: string | null;
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
