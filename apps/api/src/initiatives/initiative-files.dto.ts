import { Id, Instant, OneOf, Part, Text, Whole } from '../platform/http/fields.js';
import { MADE_STATUSES, type MadeStatus } from '../platform/jobs/made-file.js';
import { FILE_FORMATS, type FileFormat, type InitiativeFile } from './initiative-file.entity.js';

/** How long a file is kept; a new one is made in seconds, and an old one is soon wrong. */
export const KEPT_DAYS = 30;

export class InitiativeFileInput {
  @OneOf(FILE_FORMATS, 'InitiativeFileFormat') format: FileFormat;
}

export class InitiativeFileView {
  @Id() id: string;
  @OneOf(FILE_FORMATS, 'InitiativeFileFormat') format: FileFormat;
  @OneOf(MADE_STATUSES, 'InitiativeFileStatus') status: MadeStatus;
  /** Steps done, of `total`; both 0 until it is begun. */
  @Whole() done: number;
  @Whole() total: number;
  @Text() fileName: string;
  @Instant() createdAt: string;
}

export class InitiativeFileList {
  /** The last first. */
  @Part(() => InitiativeFileView, { array: true }) items: InitiativeFileView[];
}

export const mapFile = (file: InitiativeFile): InitiativeFileView => ({
  id: file.id,
  format: file.format,
  status: file.status,
  done: file.done,
  total: file.total,
  fileName: file.fileName,
  createdAt: file.createdAt.toISOString(),
});
