import { PassThrough, type Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { conflict, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import { RequestContext } from '../platform/http/context.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { can } from './action-plans.access.js';
import { ActionPlan } from './action-plan.entity.js';
import { fileNameOf } from './file-name.rules.js';
import { PlanDocumentAssembler } from './plan-document.assembler.js';
import { PlanExport, type ExportFormat } from './plan-export.entity.js';
import { KEPT_DAYS, mapExport, type PlanExportList, type PlanExportView } from './plan-exports.dto.js';
import { writePlan } from './plan-file.js';
import { PlansService } from './plans.service.js';

const MAKE = 'make-plan-export';
const ATTEMPTS = 3;
/** Progress is looked at, not counted: more often than this nobody sees it. */
const PROGRESS_MS = 200;
const LISTED = 20;

export interface ExportedFile {
  fileName: string;
  format: ExportFormat;
  content: Buffer;
}

/** Documents made of plans: a job one can leave and find again, with an honest end. */
@Injectable()
export class PlanExportsService implements OnApplicationBootstrap {
  private readonly logger = new Logger(PlanExportsService.name);

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly plans: PlansService,
    private readonly assembler: PlanDocumentAssembler,
  ) {
    jobs.handle(MAKE, (payload) => this.make((payload as { exportId: string }).exportId));
    jobs.every('41 3 * * *', 'remove-old-plan-exports', () => this.removeOld());
  }

  /** What was being made when a process ended is begun again by the next: its job is locked by one that is gone. */
  async onApplicationBootstrap() {
    await this.source.query(
      `SELECT graphile_worker.add_job($1, json_build_object('exportId', id), job_key => $1 || ':' || id, max_attempts => $2)
       FROM plan_export WHERE status IN ('waiting', 'running')`,
      [MAKE, ATTEMPTS],
    );
  }

  async start(ctx: RequestContext, planId: string, format: ExportFormat): Promise<PlanExportView> {
    allow(ctx, can.export(ctx));
    const plan = await this.plans.readable(ctx, planId);
    const made = await this.database.transaction(ctx, async (ctx) => {
      const exports = ctx.db.getRepository(PlanExport);
      const begun = exports.create({
        municipalityId: ctx.here,
        planId: plan.id,
        requestedById: ctx.me.id,
        format,
      });
      await exports.insert(begun);
      await this.jobs.add(ctx, MAKE, { exportId: begun.id }, { key: `${MAKE}:${begun.id}` });
      return begun;
    });
    return this.show(ctx, made.id);
  }

  /** The last ones of a plan, whoever asked for them, so that one can leave and come back. */
  async list(ctx: RequestContext, planId: string): Promise<PlanExportList> {
    allow(ctx, can.export(ctx));
    const plan = await this.plans.readable(ctx, planId);
    const made = await ctx.db
      .getRepository(PlanExport)
      .find({ where: { planId: plan.id }, order: { id: 'DESC' }, take: LISTED });
    return { items: made.map(mapExport) };
  }

  async show(ctx: RequestContext, exportId: string): Promise<PlanExportView> {
    allow(ctx, can.export(ctx));
    const made = await ctx.db.getRepository(PlanExport).findOneBy({ id: exportId, municipalityId: ctx.here });
    if (!made) throw notFound();
    return mapExport(made);
  }

  /** @throws 409 while there is no file, or none any more to come */
  async file(ctx: RequestContext, exportId: string): Promise<ExportedFile> {
    allow(ctx, can.export(ctx));
    const made = await ctx.db.getRepository(PlanExport).findOne({
      where: { id: exportId, municipalityId: ctx.here },
      select: { id: true, status: true, fileName: true, format: true, content: true },
    });
    if (!made) throw notFound();
    if (!made.content) throw conflict('export-not-ready', { reasons: [{ type: made.status }] });
    return { fileName: made.fileName, format: made.format, content: made.content };
  }

  /** Writes a plan to a stream, as the command line does, and ends it. */
  async exportPlan(
    ctx: RequestContext,
    planId: string,
    format: ExportFormat,
    stream: Writable,
  ): Promise<void> {
    allow(ctx, can.export(ctx));
    const plan = await this.plans.readable(ctx, planId);
    await writePlan(await this.assembler.assemble(ctx, plan), format, stream);
  }

  /** One attempt. A failure is thrown, so that the queue tries again, until it has been tried often enough. */
  async make(exportId: string): Promise<void> {
    const attempt = await this.begin(exportId);
    if (!attempt) return;
    try {
      if (attempt.attempts > ATTEMPTS) throw new Error('every attempt ended with its process');
      await this.write(attempt);
    } catch (error) {
      if (attempt.attempts >= ATTEMPTS) {
        this.logger.error(error, `export ${exportId} could not be written`);
        await this.end(exportId, { status: 'failed', error: 'could-not-be-written' });
      } else {
        await this.exports.update(
          { id: exportId, status: 'running' },
          { status: 'waiting', done: 0, total: 0 },
        );
        throw error;
      }
    }
  }

  async removeOld(): Promise<void> {
    await this.source.query(`DELETE FROM plan_export WHERE created_at < now() - make_interval(days => $1)`, [
      KEPT_DAYS,
    ]);
  }

  private get exports() {
    return this.source.getRepository(PlanExport);
  }

  private async begin(exportId: string): Promise<PlanExport | null> {
    const { affected } = await this.exports
      .createQueryBuilder()
      .update()
      .set({ status: 'running', attempts: () => 'attempts + 1' })
      .where("id = :exportId AND status IN ('waiting', 'running')", { exportId })
      .execute();
    return affected ? this.exports.findOneBy({ id: exportId }) : null;
  }

  private async write({ id, planId, municipalityId, format }: PlanExport) {
    const municipality = await this.source
      .getRepository(Municipality)
      .findOneByOrFail({ id: municipalityId });
    const plan = await this.source.getRepository(ActionPlan).findOneByOrFail({ id: planId, municipalityId });
    const ctx = new RequestContext(
      this.source.manager,
      municipality,
      null,
      new Set(['staff']),
      municipality.language,
    );
    const document = await this.assembler.assemble(ctx, plan);
    const progress = this.progressOf(id);
    const stream = new PassThrough();
    const [content] = await Promise.all([
      buffer(stream),
      writePlan(document, format, stream, progress).catch((error: Error) => {
        stream.destroy(error);
        throw error;
      }),
    ]);
    await progress.told();
    await this.end(id, {
      status: 'done',
      content,
      fileName: fileNameOf(document, format),
      done: progress.total(),
      total: progress.total(),
    });
  }

  private async end(id: string, end: Partial<PlanExport>) {
    await this.exports.update({ id, status: 'running' }, { ...end, finishedAt: new Date() });
  }

  private progressOf(id: string) {
    let total = 0;
    let last = 0;
    let telling: Promise<unknown> = Promise.resolve();
    return {
      onProgress: (done: number, of: number) => {
        total = of;
        if (Date.now() - last < PROGRESS_MS) return;
        last = Date.now();
        // The end is what must be true; a step on the way may be missed.
        telling = this.exports.update({ id, status: 'running' }, { done, total: of }).catch(() => {});
      },
      told: () => telling,
      total: () => total,
    };
  }
}
