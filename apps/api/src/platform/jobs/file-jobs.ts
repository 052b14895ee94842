import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { DeepPartial, ObjectLiteral } from 'typeorm';
import { Database } from '../database/database.js';
import type { RequestContext } from '../http/context.js';
import { Jobs } from './jobs.js';
import type { MadeFile } from './made-file.js';

const ATTEMPTS = 3;
/** Progress is looked at, not counted: more often than this nobody sees it. */
const PROGRESS_MS = 200;

export type Progress = (done: number, total: number) => void;

interface Making<Row extends MadeFile> {
  /** The job's name. */
  job: string;
  row: new () => Row;
  /** How long a file is kept; a new one is made in seconds, and an old one is soon wrong. */
  keptDays: number;
  /** What is kept of it beside how it ended. */
  write: (row: Row, tell: Progress) => Promise<DeepPartial<Row>>;
  /** What else is said of one that could not be made. */
  failed?: DeepPartial<Row>;
}

/** Files that are made by jobs: one can leave while it is made, and what cannot be made says so. */
@Injectable()
export class FileJobs implements OnApplicationBootstrap {
  private readonly all: { resume: () => Promise<void> }[] = [];

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  of<Row extends MadeFile & ObjectLiteral>(making: Making<Row>): FileJob<Row> {
    const job = new FileJob(this.database, this.jobs, making);
    this.all.push(job);
    return job;
  }

  /** What was being made when a process ended is begun again by the next: its job is locked by one that is gone. */
  async onApplicationBootstrap() {
    await Promise.all(this.all.map((job) => job.resume()));
  }
}

export class FileJob<Row extends MadeFile & ObjectLiteral> {
  private readonly logger = new Logger(FileJob.name);

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly making: Making<Row>,
  ) {
    // Under its one name, whatever the job that was queued before calls it.
    jobs.handle(making.job, (payload) =>
      this.make(Object.values(payload as Record<string, string>)[0] ?? ''),
    );
    jobs.every('41 3 * * *', `remove-old-${making.job}`, () => this.removeOld());
  }

  async order(ctx: RequestContext, wishes: DeepPartial<Row>): Promise<Row> {
    return this.database.transaction(ctx, async (ctx) => {
      const rows = ctx.db.getRepository(this.making.row);
      const begun = rows.create(wishes);
      await rows.insert(begun as never);
      const { job } = this.making;
      await this.jobs.add(ctx, job, { id: begun.id }, { key: `${job}:${begun.id}`, attempts: ATTEMPTS });
      return begun;
    });
  }

  /** One attempt. A failure is thrown, so that the queue tries again, until it has been tried often enough. */
  async make(id: string): Promise<void> {
    const { affected } = await this.rows
      .createQueryBuilder()
      .update()
      .set({ status: 'running', attempts: () => 'attempts + 1', done: 0 } as never)
      .where("id = :id AND status IN ('waiting', 'running')", { id })
      .execute();
    const made = affected ? await this.rows.findOneBy({ id } as never) : null;
    if (!made) return;
    const progress = this.progressOf(id);
    try {
      if (made.attempts > ATTEMPTS) throw new Error('every attempt ended with its process');
      const kept = await this.making.write(made, progress.tell);
      await this.end(id, { ...kept, ...(await progress.end()), status: 'done', finishedAt: new Date() });
    } catch (error) {
      if (made.attempts < ATTEMPTS) {
        await this.end(id, { status: 'waiting', done: 0, total: 0 });
        throw error;
      }
      this.logger.error(error, `${this.making.job} ${id} could not be done`);
      await this.end(id, { ...this.making.failed, status: 'failed', finishedAt: new Date() });
    }
  }

  async resume() {
    await this.database.source.query(
      `SELECT graphile_worker.add_job($1, json_build_object('id', id), job_key => $1 || ':' || id, max_attempts => $2)
       FROM ${this.rows.metadata.tableName} WHERE status IN ('waiting', 'running')`,
      [this.making.job, ATTEMPTS],
    );
  }

  async removeOld() {
    await this.database.source.query(
      `DELETE FROM ${this.rows.metadata.tableName} WHERE created_at < now() - make_interval(days => $1)`,
      [this.making.keptDays],
    );
  }

  private get rows() {
    return this.database.source.getRepository(this.making.row);
  }

  /** Only of what is being made: what another has ended meanwhile is ended. */
  private async end(id: string, change: object) {
    await this.rows.update({ id, status: 'running' } as never, change as never);
  }

  private progressOf(id: string) {
    let last = 0;
    let all = 0;
    let telling: Promise<unknown> = Promise.resolve();
    const tell: Progress = (done, total) => {
      all = total;
      if (Date.now() - last < PROGRESS_MS) return;
      last = Date.now();
      // The end is what must be true; a step on the way may be missed.
      telling = telling.then(() => this.end(id, { done, total })).catch(() => {});
    };
    return { tell, end: () => telling.then(() => ({ done: all, total: all })) };
  }
}
