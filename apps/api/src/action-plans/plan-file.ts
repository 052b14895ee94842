import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import { writeCsv, writeDocx, writeXlsx, type PlanDocument, type PlanProgress } from '@medvind/plan-document';
import type { ExportFormat } from './plan-export.entity.js';

export const CONTENT_TYPES: Record<ExportFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** Writes the document in that format and ends the stream. Rejects when the stream fails. */
export async function writePlan(
  document: PlanDocument,
  format: ExportFormat,
  stream: Writable,
  progress: PlanProgress = {},
): Promise<void> {
  if (format === 'csv') return writeCsv(document, stream, progress);
  if (format === 'xlsx') return writeXlsx(document, stream, progress);
  const written = finished(stream);
  stream.end(await writeDocx(document, progress));
  return written;
}
