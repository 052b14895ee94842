import { PassThrough, type Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { conflict, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import { RequestContext } from '../platform/http/context.js';
import { FileJobs, type FileJob, type Progress } from '../platform/jobs/file-jobs.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { can } from './action-plans.access.js';
import { ActionPlan } from './action-plan.entity.js';
import { fileNameOf } from './file-name.rules.js';
import { PlanDocumentAssembler } from './plan-document.assembler.js';
import { PlanExport, type ExportFormat } from './plan-export.entity.js';
import { KEPT_DAYS, mapExport, type PlanExportList, type PlanExportView } from './plan-exports.dto.js';
import { writePlan } from './plan-file.js';
import { PlansService } from './plans.service.js';

const LISTED = 20;

export interface ExportedFile {
  fileName: string;
  format: ExportFormat;
  content: Buffer;
}

/** Documents made of plans. */
@Injectable()
export class PlanExportsService {
  readonly exports: FileJob<PlanExport>;

  constructor(
    private readonly database: Database,
    private readonly plans: PlansService,
    private readonly assembler: PlanDocumentAssembler,
    jobs: FileJobs,
  ) {
    this.exports = jobs.of({
      job: 'make-plan-export',
      row: PlanExport,
      keptDays: KEPT_DAYS,
      write: (row, tell) => this.write(row, tell),
      failed: { error: 'could-not-be-written' },
    });
  }

  async start(ctx: RequestContext, planId: string, format: ExportFormat): Promise<PlanExportView> {
    allow(ctx, can.export(ctx));
    const plan = await this.plans.readable(ctx, planId);
    const made = await this.exports.order(ctx, {
      municipalityId: ctx.here,
      planId: plan.id,
      requestedById: ctx.me.id,
      format,
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

  private async write({ planId, municipalityId, format }: PlanExport, tell: Progress) {
    const db = this.database.source.manager;
    const town = await db.getRepository(Municipality).findOneByOrFail({ id: municipalityId });
    const plan = await db.getRepository(ActionPlan).findOneByOrFail({ id: planId, municipalityId });
    const ctx = new RequestContext(db, town, null, new Set(['staff']), town.language);
    const document = await this.assembler.assemble(ctx, plan);
    const stream = new PassThrough();
    const [content] = await Promise.all([
      buffer(stream),
      writePlan(document, format, stream, { onProgress: tell }).catch((error: Error) => {
        stream.destroy(error);
        throw error;
      }),
    ]);
    return { content, fileName: fileNameOf(document, format) };
  }
}
