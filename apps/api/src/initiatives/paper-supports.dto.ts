import { LIMITS } from '@medvind/contracts';
import { Day, Flag, Id, Instant, OneOf, Part, Text, Whole } from '../platform/http/fields.js';

export class PaperLineInput {
  @Whole({ min: 1, max: 100 }) line: number;
  @Text(LIMITS.name) name: string;
  /** Kept only as something nobody can read it from. */
  @Day() bornOn: string;
  /** Staff looked into it: somebody else of the same name as one who counts already. */
  @Flag({ optional: true }) another?: boolean;
}

export class PaperSheetInput {
  /** As written on the sheet. */
  @Text({ max: 20 }) sheet: string;
  /** The day on which the last one signed it; needed once the deadline has passed. */
  @Day({ optional: true, nullable: true }) signedOn?: string | null;
  @Part(() => PaperLineInput, { array: true }) lines: PaperLineInput[];
}

export const PAPER_FAULTS = [
  'on-paper',
  'online',
  /** Of the same name, and nobody knows when they were born. */
  'name-online',
  'name-proposer',
  'too-young',
  'line-taken',
  'own-initiative',
] as const;
export type PaperFault = (typeof PAPER_FAULTS)[number];

/** What another person of the same name would be taken for. */
export const CONFUSIONS: readonly PaperFault[] = ['on-paper', 'online', 'name-online', 'name-proposer'];

/** A line that does not count, and why. */
export class SkippedLine {
  @Whole() line: number;
  @Text() name: string;
  @OneOf(PAPER_FAULTS, 'PaperFault') fault: PaperFault;
  /** It counts once staff confirm that it is somebody else. */
  @Flag() confirmable: boolean;
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
  /** Somebody of the same name counts too; who keyed it in confirmed that it is another person. */
  @Flag() another: boolean;
  /** Somebody of the same name supports online, and nobody said that it is another person. */
  @Flag() alsoOnline: boolean;
  @Day({ nullable: true }) signedOn: string | null;
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
  identity: string;
  namesake: number;
  signedOn: string | null;
  keyedBy: string | null;
  createdAt: Date;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  withdrawnReason: string | null;
}

export const mapPaperSupporter = (row: PaperSupporterRow, alsoOnline: boolean): PaperSupporter => ({
  id: row.id,
  sheet: row.sheet,
  line: row.line,
  name: row.name,
  another: row.namesake > 0,
  alsoOnline,
  signedOn: row.signedOn,
  keyedBy: row.keyedBy,
  keyedAt: row.createdAt.toISOString(),
  withdrawn:
    row.withdrawnAt && row.withdrawnReason !== null
      ? { by: row.withdrawnBy, at: row.withdrawnAt.toISOString(), reason: row.withdrawnReason }
      : null,
});
