import { LIMITS } from '@medvind/contracts';
import { Day, Id, Instant, OneOf, Part, Text, Whole } from '../platform/http/fields.js';

export class PaperLineInput {
  @Whole({ min: 1, max: 100 }) line: number;
  @Text(LIMITS.name) name: string;
  /** Kept only as something nobody can read it from. */
  @Day() bornOn: string;
}

export class PaperSheetInput {
  /** As written on the sheet. */
  @Text({ max: 20 }) sheet: string;
  @Part(() => PaperLineInput, { array: true }) lines: PaperLineInput[];
}

export const PAPER_FAULTS = ['on-paper', 'online', 'too-young', 'line-taken', 'own-initiative'] as const;
export type PaperFault = (typeof PAPER_FAULTS)[number];

/** A line that does not count, and why. */
export class SkippedLine {
  @Whole() line: number;
  @Text() name: string;
  @OneOf(PAPER_FAULTS, 'PaperFault') fault: PaperFault;
}

export class KeyedSheet {
  @Whole() added: number;
  @Part(() => SkippedLine, { array: true }) skipped: SkippedLine[];
}

export class PaperWithdrawalInput {
  @Text(LIMITS.reason) reason: string;
}

export class PaperWithdrawal {
  @Text({ nullable: true }) by: string | null;
  @Instant() at: string;
  @Text() reason: string;
}

/** For staff alone. */
export class PaperSupporter {
  @Id() id: string;
  @Text() sheet: string;
  @Whole() line: number;
  @Text() name: string;
  /** Who keyed it in; null: the account is gone. */
  @Text({ nullable: true }) keyedBy: string | null;
  @Instant() keyedAt: string;
  @Part(() => PaperWithdrawal, { nullable: true }) withdrawn: PaperWithdrawal | null;
}

export class PaperSupporterPage {
  /** The last keyed in first, what was taken back too. */
  @Part(() => PaperSupporter, { array: true }) items: PaperSupporter[];
  @Text({ nullable: true }) next: string | null;
}

export interface PaperSupporterRow {
  id: string;
  sheet: string;
  line: number;
  name: string;
  keyedBy: string | null;
  createdAt: Date;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  withdrawnReason: string | null;
}

export const mapPaperSupporter = (row: PaperSupporterRow): PaperSupporter => ({
  id: row.id,
  sheet: row.sheet,
  line: row.line,
  name: row.name,
  keyedBy: row.keyedBy,
  keyedAt: row.createdAt.toISOString(),
  withdrawn:
    row.withdrawnAt && row.withdrawnReason !== null
      ? { by: row.withdrawnBy, at: row.withdrawnAt.toISOString(), reason: row.withdrawnReason }
      : null,
});
