import { Flag, Id, Instant, OneOf, OptionalText, Part, Text, Whole } from '../platform/http/fields.js';
import { MADE_STATUSES, type MadeStatus } from '../platform/jobs/made-file.js';
import { RECORD_SCOPES, type RecordExport, type RecordScope } from './record-export.entity.js';
import { RECORD_FORMATS, type RecordFormat } from './records.writer.js';

/** How long a file is kept; a new one is made in minutes, and an old one is soon wrong. */
export const KEPT_DAYS = 7;

const SUBJECTS = ['thread', 'person'] as const;

export class NewRecord {
  @OneOf(SUBJECTS, 'RecordSubject') scope: (typeof SUBJECTS)[number];
  /** Of the thread or the person; a reference ("K-12") or address of something in it or by them. */
  @Text({ max: 2000 }) about: string;
  /** The municipality's number of the request. */
  @OptionalText({ max: 200 }) caseNumber?: string;
  /** Also what is out of moderators' sight. An administrator's; that it was read is written down. */
  @Flag({ optional: true }) withQuarantine?: boolean;
}

export class RecordFileQuery {
  @OneOf(RECORD_FORMATS, 'RecordFormat', { optional: true }) format?: RecordFormat;
}

export class RecordView {
  @Id() id: string;
  @OneOf(RECORD_SCOPES, 'RecordScope') scope: RecordScope;
  /** Of the thread, or the person's name. */
  @Text({ min: 0 }) title: string;
  @Text({ min: 0 }) caseNumber: string;
  @OneOf(MADE_STATUSES, 'RecordStatus') status: MadeStatus;
  /** Contributions gone through, of `total`; both 0 until it is known how many there are. */
  @Whole() done: number;
  @Whole() total: number;
  @Instant() createdAt: string;
  /** When the file is removed. */
  @Instant() keptUntil: string;
}

export class RecordList {
  @Part(() => RecordView, { array: true }) items: RecordView[];
}

export type RecordRow = RecordExport & { title: string | null };

export const mapRecord = (row: RecordRow): RecordView => ({
  id: row.id,
  scope: row.scope,
  title: row.title ?? '',
  caseNumber: row.caseNumber,
  status: row.status,
  done: row.done,
  total: row.total,
  createdAt: row.createdAt.toISOString(),
  keptUntil: new Date(row.createdAt.getTime() + KEPT_DAYS * 86_400_000).toISOString(),
});
