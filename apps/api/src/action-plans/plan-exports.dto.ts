import { Id, Instant, OneOf, Part, Text, Whole } from '../platform/http/fields.js';
import { MADE_STATUSES, type MadeStatus } from '../platform/jobs/made-file.js';
import {
  EXPORT_ERRORS,
  EXPORT_FORMATS,
  type ExportError,
  type ExportFormat,
  type PlanExport,
} from './plan-export.entity.js';

/** How long a file is kept; a new one is made in seconds, and an old one is soon wrong. */
export const KEPT_DAYS = 7;

export class NewExport {
  @OneOf(EXPORT_FORMATS, 'ExportFormat') format: ExportFormat;
}

export class PlanExportView {
  @Id() id: string;
  @Id() planId: string;
  @OneOf(EXPORT_FORMATS, 'ExportFormat') format: ExportFormat;
  @OneOf(MADE_STATUSES, 'ExportStatus') status: MadeStatus;
  /** Steps done, of `total`; both 0 until it is known how many there are. */
  @Whole() done: number;
  @Whole() total: number;
  /** Why there is no file; only of one that failed. */
  @OneOf(EXPORT_ERRORS, 'ExportError', { nullable: true }) error: ExportError | null;
  @Text() fileName: string;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) finishedAt: string | null;
  /** When the file is removed. */
  @Instant() keptUntil: string;
}

export class PlanExportList {
  @Part(() => PlanExportView, { array: true }) items: PlanExportView[];
}

export const mapExport = (made: PlanExport): PlanExportView => ({
  id: made.id,
  planId: made.planId,
  format: made.format,
  status: made.status,
  done: made.done,
  total: made.total,
  error: made.error,
  fileName: made.fileName,
  createdAt: made.createdAt.toISOString(),
  finishedAt: made.finishedAt?.toISOString() ?? null,
  keptUntil: new Date(made.createdAt.getTime() + KEPT_DAYS * 86_400_000).toISOString(),
});
