import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { Municipality } from '../municipalities/municipality.entity.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { conflict, invalidField, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import { RequestContext } from '../platform/http/context.js';
import { FileJobs, type FileJob, type Progress } from '../platform/jobs/file-jobs.js';
import { LocationsService } from './locations.service.js';
import { RecordExportPart } from './record-export-part.entity.js';
import { RecordExport } from './record-export.entity.js';
import {
  KEPT_DAYS,
  mapRecord,
  type NewRecord,
  type RecordList,
  type RecordRow,
  type RecordView,
} from './records.dto.js';
import {
  commentBatch,
  commentEntries,
  countContributions,
  initiativeBatch,
  initiativeEntries,
  ownEntries,
  restrictionEntries,
  writeOpenings,
  type Batch,
  type RecordEntry,
  type Wanted,
} from './records.repository.js';
import { RECORD_WORDS } from './records.words.js';
import { RECORD_WRITERS, type RecordFormat } from './records.writer.js';
import { can } from './redress.access.js';

const LISTED = 20;
/** Branches, or contributions of a person, gone through at a time. */
const BATCH = 100;

const ROWS = `
  SELECT made.id, made.scope, made.case_number AS "caseNumber", made.status, made.done, made.total,
    made.created_at AS "createdAt", made.ordered_by_id AS "orderedById", made.file_name AS "fileName",
    coalesce(thread.title, person.name) AS title
  FROM record_export AS made LEFT JOIN thread ON thread.id = made.thread_id
    LEFT JOIN person ON person.id = made.person_id
  WHERE made.municipality_id = $1`;

/** Files of what was said and everything that happened to it. */
@Injectable()
export class RecordsService {
  private readonly exports: FileJob<RecordExport>;

  constructor(
    private readonly database: Database,
    private readonly locations: LocationsService,
    @Inject(CONFIG) private readonly config: Config,
    jobs: FileJobs,
  ) {
    this.exports = jobs.of({
      job: 'make-record-export',
      row: RecordExport,
      keptDays: KEPT_DAYS,
      write: (row, tell) => this.write(row, tell),
    });
  }

  /** For a request for access. @throws 422 where what it names is not here, or has no author any more */
  async order(ctx: RequestContext, input: NewRecord): Promise<RecordView> {
    allow(ctx, can.exportRecords(ctx));
    const { scope, about, caseNumber = '', withQuarantine = false } = input;
    if (withQuarantine) allow(ctx, can.exportHidden(ctx));
    const place = await this.locations.find(ctx, about);
    const [found] = await ctx.db.query<{ threadId: string | null; personId: string | null }[]>(
      `SELECT comment.thread_id AS "threadId", comment.author_id AS "personId" FROM comment
       WHERE id = $2 AND municipality_id = $1
       UNION ALL
       SELECT thread.id, initiative.proposer_id FROM initiative
         LEFT JOIN thread ON thread.subject_kind = 'initiative' AND thread.subject_id = initiative.id
       WHERE initiative.id = $3 AND initiative.municipality_id = $1`,
      [ctx.here, place?.commentId ?? null, place?.initiativeId ?? null],
    );
    const subject = { thread: found?.threadId, person: found?.personId }[scope];
    if (!found) throw invalidField('about', 'no-such-contribution');
    if (!subject) throw invalidField('about', scope === 'person' ? 'account-gone' : 'no-such-contribution');
    return this.begin(ctx, {
      scope,
      threadId: scope === 'thread' ? subject : null,
      personId: scope === 'person' ? subject : null,
      caseNumber,
      withQuarantine,
    });
  }

  /** One's own. Asked for again while it is being made, it is the same. */
  async orderOwn(ctx: RequestContext): Promise<RecordView> {
    allow(ctx, can.exportOwn(ctx));
    const { items } = await this.listOwn(ctx);
    const underway = items.find(({ status }) => status === 'waiting' || status === 'running');
    return underway ?? this.begin(ctx, { scope: 'own', personId: ctx.me.id });
  }

  /** The last ones, whoever of the staff asked for them. */
  async list(ctx: RequestContext): Promise<RecordList> {
    allow(ctx, can.exportRecords(ctx));
    const rows = await ctx.db.query<RecordRow[]>(
      `${ROWS} AND made.scope <> 'own' AND ($2 OR NOT made.with_quarantine) ORDER BY made.id DESC LIMIT ${LISTED}`,
      [ctx.here, can.exportHidden(ctx)],
    );
    return { items: rows.map(mapRecord) };
  }

  async listOwn(ctx: RequestContext): Promise<RecordList> {
    allow(ctx, can.exportOwn(ctx));
    const rows = await ctx.db.query<RecordRow[]>(
      `${ROWS} AND made.scope = 'own' AND made.ordered_by_id = $2 ORDER BY made.id DESC LIMIT 5`,
      [ctx.here, ctx.me.id],
    );
    return { items: rows.map(mapRecord) };
  }

  /** Written as it is read; who may read it is said by the file. @throws 404 for another's own, 409 while there is no file */
  async file(
    ctx: RequestContext,
    id: string,
    format: RecordFormat,
  ): Promise<{ fileName: string; content: Readable }> {
    allow(ctx, can.exportOwn(ctx));
    const made = await ctx.db.getRepository(RecordExport).findOneBy({ id, municipalityId: ctx.here });
    if (!made || !this.mayRead(ctx, made)) throw notFound();
    if (made.status !== 'done') throw conflict('export-not-ready', { reasons: [{ type: made.status }] });
    const { name = '', language = 'da' } = ctx.municipality ?? {};
    const [row] = await ctx.db.query<{ title: string | null }[]>(`${ROWS} AND made.id = $2`, [ctx.here, id]);
    const words = RECORD_WORDS[language].title[made.scope];
    const title = words.replace('{place}', name).replace('{name}', row?.title ?? '');
    const about = {
      title: made.scope === 'thread' ? `${title}: ${row?.title ?? ''}` : title,
      municipality: name,
      caseNumber: made.caseNumber,
      madeAt: (made.finishedAt ?? made.createdAt).toISOString(),
      address: `${this.config.publicUrl}/${ctx.municipality?.slug ?? ''}`,
      language,
    };
    return {
      fileName: `${made.fileName}.${format}`,
      content: Readable.from(RECORD_WRITERS[format](about, this.parts(id))),
    };
  }

  private mayRead(ctx: RequestContext, { scope, orderedById, withQuarantine }: RecordExport): boolean {
    if (scope === 'own') return can.exportOwn(ctx) && orderedById === ctx.me.id;
    return withQuarantine ? can.exportHidden(ctx) : can.exportRecords(ctx);
  }

  private async begin(ctx: RequestContext, wishes: Partial<RecordExport>): Promise<RecordView> {
    const { id } = await this.exports.order(ctx, {
      ...wishes,
      municipalityId: ctx.here,
      orderedById: ctx.me.id,
    });
    const [row] = await ctx.db.query<RecordRow[]>(`${ROWS} AND made.id = $2`, [ctx.here, id]);
    if (!row) throw notFound();
    return mapRecord(row);
  }

  /** Batch by batch: however much there is, as little is held. */
  private async write(made: RecordExport, tell: Progress) {
    const { id, municipalityId, scope } = made;
    const db = this.database.source.manager;
    const municipality = await db.getRepository(Municipality).findOneByOrFail({ id: municipalityId });
    const { language } = municipality;
    const ctx = new RequestContext(db, municipality, null, new Set(['staff']), language);
    const total = await countContributions(ctx, made);
    await db.query('DELETE FROM record_export_part WHERE export_id = $1', [id]);
    tell(0, total);
    let position = 0;
    let bytes = 0;
    const keep = async (entries: RecordEntry[]) => {
      if (entries.length === 0) return;
      const data = Buffer.from(JSON.stringify(entries));
      bytes += data.length;
      await db.getRepository(RecordExportPart).insert({ exportId: id, position, data });
      position++;
    };
    if (scope === 'own') await keep(await ownEntries(ctx, made));
    if (scope !== 'thread') await keep(await restrictionEntries(ctx, made));
    let done = 0;
    const through = async (
      next: (
        ctx: RequestContext,
        wanted: Wanted,
        after: string | null,
        limit: number,
      ) => Promise<Batch | null>,
      entriesOf: (ctx: RequestContext, wanted: Wanted, ids: readonly string[]) => Promise<RecordEntry[]>,
    ) => {
      for (let after: string | null = null; ;) {
        const batch: Batch | null = await next(ctx, made, after, BATCH);
        if (!batch) return;
        await keep(await entriesOf(ctx, made, batch.ids));
        if (made.withQuarantine)
          await writeOpenings(ctx, {
            ids: batch.ids,
            personId: made.orderedById,
            purpose: `record ${made.caseNumber || id}`,
          });
        done += batch.ids.length;
        tell(Math.min(done, total), total);
        after = batch.last;
      }
    };
    if (scope === 'thread') await through(initiativeBatch, initiativeEntries);
    await through(commentBatch, commentEntries);
    if (scope !== 'thread') await through(initiativeBatch, initiativeEntries);
    const fileName = [RECORD_WORDS[language].fileName[scope], made.caseNumber.replaceAll(/[^\w-]+/g, '-')]
      .filter(Boolean)
      .join(' ');
    return { bytes, fileName };
  }

  private async *parts(id: string): AsyncGenerator<RecordEntry[]> {
    const parts = this.database.source.getRepository(RecordExportPart);
    for (let position = 0; ; position++) {
      const part = await parts.findOneBy({ exportId: id, position });
      if (!part) return;
      yield JSON.parse(part.data.toString()) as RecordEntry[];
    }
  }
}
