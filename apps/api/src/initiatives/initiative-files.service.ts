import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { writeCouncilDocx } from '@medvind/plan-document';
import type { DataSource } from 'typeorm';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Database } from '../platform/database/database.js';
import { conflict, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import { RequestContext } from '../platform/http/context.js';
import { Jobs } from '../platform/jobs/jobs.js';
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

const MAKE = 'make-initiative-file';
const ATTEMPTS = 3;
const LISTED = 10;
/** Gathered, and written. */
const STEPS = 2;

const WRITERS = { docx: writeCouncilDocx, pdf: writeCouncilPdf } as const;

/** The case of an initiative as a document for the council: a job one can leave and find again. */
@Injectable()
export class InitiativeFilesService implements OnApplicationBootstrap {
  private readonly logger = new Logger(InitiativeFilesService.name);

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly initiatives: InitiativesService,
    private readonly assembler: CouncilFileAssembler,
  ) {
    jobs.handle(MAKE, (payload) => this.make((payload as { fileId: string }).fileId));
    jobs.every('47 3 * * *', 'remove-old-initiative-files', () => this.removeOld());
  }

  /** What was being made when a process ended is begun again by the next: its job is locked by one that is gone. */
  async onApplicationBootstrap() {
    await this.source.query(
      `SELECT graphile_worker.add_job($1, json_build_object('fileId', id), job_key => $1 || ':' || id, max_attempts => $2)
       FROM initiative_file WHERE status IN ('waiting', 'running')`,
      [MAKE, ATTEMPTS],
    );
  }

  /** @throws 409 of what is hidden: a council reads what everyone can */
  async order(ctx: RequestContext, initiativeId: string, format: FileFormat): Promise<InitiativeFileList> {
    allow(ctx, can.answer(ctx));
    const { publishedAt, hiddenAt } = await this.initiatives.find(ctx, initiativeId);
    if (!publishedAt) throw notFound();
    if (hiddenAt) throw conflict('contribution-hidden');
    await this.database.transaction(ctx, async (ctx) => {
      const files = ctx.db.getRepository(InitiativeFile);
      const begun = files.create({
        municipalityId: ctx.here,
        initiativeId,
        requestedById: ctx.me.id,
        format,
      });
      await files.insert(begun);
      await this.jobs.add(
        ctx,
        MAKE,
        { fileId: begun.id },
        { key: `${MAKE}:${begun.id}`, attempts: ATTEMPTS },
      );
    });
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

  /** One attempt. A failure is thrown, so that the queue tries again, until it has been tried often enough. */
  async make(id: string): Promise<void> {
    const { affected } = await this.files
      .createQueryBuilder()
      .update()
      .set({ status: 'running', attempts: () => 'attempts + 1', total: STEPS, done: 0 })
      .where("id = :id AND status IN ('waiting', 'running')", { id })
      .execute();
    const made = affected ? await this.files.findOneBy({ id }) : null;
    if (!made) return;
    try {
      if (made.attempts > ATTEMPTS) throw new Error('every attempt ended with its process');
      await this.write(made);
    } catch (error) {
      if (made.attempts < ATTEMPTS) {
        await this.files.update({ id, status: 'running' }, { status: 'waiting', done: 0, total: 0 });
        throw error;
      }
      this.logger.error(error, `initiative file ${id} could not be written`);
      await this.files.update({ id, status: 'running' }, { status: 'failed', finishedAt: new Date() });
    }
  }

  async removeOld(): Promise<void> {
    await this.source.query(
      'DELETE FROM initiative_file WHERE created_at < now() - make_interval(days => $1)',
      [KEPT_DAYS],
    );
  }

  private get files() {
    return this.source.getRepository(InitiativeFile);
  }

  private async write({ id, initiativeId, municipalityId, format }: InitiativeFile) {
    const town = await this.source.getRepository(Municipality).findOneByOrFail({ id: municipalityId });
    // Nobody's eyes: what is not everyone's to read is in no document for the council.
    const ctx = new RequestContext(this.source.manager, town, null, new Set(), town.language);
    const document = await this.assembler.assemble(ctx, initiativeId);
    await this.files.update({ id, status: 'running' }, { done: 1 });
    const content = await WRITERS[format](document);
    const fileName = `${document.kind}.${format}`.replaceAll(/[^\p{L}\p{N}. -]+/gu, ' ');
    await this.files.update(
      { id, status: 'running' },
      { status: 'done', done: STEPS, total: STEPS, content, fileName, finishedAt: new Date() },
    );
  }
}
