import { Injectable } from '@nestjs/common';
import { writeCouncilDocx } from '@medvind/plan-document';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Database } from '../platform/database/database.js';
import { conflict, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import { RequestContext } from '../platform/http/context.js';
import { FileJobs, type FileJob, type Progress } from '../platform/jobs/file-jobs.js';
import { CouncilFileAssembler } from './council-file.assembler.js';
import { writeCouncilPdf } from './council.pdf.js';
import { InitiativeFile, type FileFormat } from './initiative-file.entity.js';
import {
  KEPT_DAYS,
  mapFile,
  type InitiativeFileList,
  type InitiativeFileView,
} from './initiative-files.dto.js';
import { can } from './initiatives.access.js';
import { InitiativesService } from './initiatives.service.js';

const LISTED = 10;
/** Gathered, and written. */
const STEPS = 2;

const WRITERS = { docx: writeCouncilDocx, pdf: writeCouncilPdf } as const;

/** The case of an initiative as a document for the council. */
@Injectable()
export class InitiativeFilesService {
  private readonly files: FileJob<InitiativeFile>;

  constructor(
    private readonly database: Database,
    private readonly initiatives: InitiativesService,
    private readonly assembler: CouncilFileAssembler,
    jobs: FileJobs,
  ) {
    this.files = jobs.of({
      job: 'make-initiative-file',
      row: InitiativeFile,
      keptDays: KEPT_DAYS,
      write: (row, tell) => this.write(row, tell),
    });
  }

  /** @throws 409 of what is hidden: a council reads what everyone can */
  async order(ctx: RequestContext, initiativeId: string, format: FileFormat): Promise<InitiativeFileList> {
    allow(ctx, can.answer(ctx));
    const { publishedAt, hiddenAt } = await this.initiatives.find(ctx, initiativeId);
    if (!publishedAt) throw notFound();
    if (hiddenAt) throw conflict('contribution-hidden');
    await this.files.order(ctx, { municipalityId: ctx.here, initiativeId, requestedById: ctx.me.id, format });
    return this.list(ctx, initiativeId);
  }

  /** The last ones, whoever asked for them. */
  async list(ctx: RequestContext, initiativeId: string): Promise<InitiativeFileList> {
    allow(ctx, can.answer(ctx));
    await this.initiatives.find(ctx, initiativeId);
    const items: InitiativeFileView[] = (
      await ctx.db
        .getRepository(InitiativeFile)
        .find({ where: { initiativeId, municipalityId: ctx.here }, order: { id: 'DESC' }, take: LISTED })
    ).map(mapFile);
    return { items };
  }

  /** @throws 409 while there is no file */
  async file(
    ctx: RequestContext,
    initiativeId: string,
    id: string,
  ): Promise<{ fileName: string; format: FileFormat; content: Buffer }> {
    allow(ctx, can.answer(ctx));
    const made = await ctx.db.getRepository(InitiativeFile).findOne({
      where: { id, initiativeId, municipalityId: ctx.here },
      select: { id: true, status: true, fileName: true, format: true, content: true },
    });
    if (!made) throw notFound();
    if (!made.content) throw conflict('export-not-ready', { reasons: [{ type: made.status }] });
    return { fileName: made.fileName, format: made.format, content: made.content };
  }

  private async write({ initiativeId, municipalityId, format }: InitiativeFile, tell: Progress) {
    const db = this.database.source.manager;
    tell(0, STEPS);
    const town = await db.getRepository(Municipality).findOneByOrFail({ id: municipalityId });
    // Nobody's eyes: what is not everyone's to read is in no document for the council.
    const ctx = new RequestContext(db, town, null, new Set(), town.language);
    const document = await this.assembler.assemble(ctx, initiativeId);
    tell(1, STEPS);
    const content = await WRITERS[format](document);
    return { content, fileName: `${document.kind}.${format}`.replaceAll(/[^\p{L}\p{N}. -]+/gu, ' ') };
  }
}
