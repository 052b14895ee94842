import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Logger as WorkerLogger, run, runMigrations, type Runner } from 'graphile-worker';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { RequestContext } from '../http/context.js';

type Task = (payload: unknown) => Promise<void>;

/** Work one can leave: queued in the request's own transaction, done by this process, tried again when it fails. */
@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  /** The queue speaks at every poll; what matters is told through `job:failed`. */
  static readonly silent = new WorkerLogger(() => () => {});

  private readonly logger = new Logger(Jobs.name);
  private readonly tasks = new Map<string, Task>();
  private readonly crontab: string[] = [];
  private runner: Runner | null = null;
  private pool: pg.Pool | null = null;

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  handle(name: string, task: Task) {
    this.tasks.set(name, task);
  }

  /** What can be done, by name. */
  named(): [string, Task][] {
    return [...this.tasks];
  }

  /** @param schedule five fields of cron, in UTC */
  every(schedule: string, name: string, task: () => Promise<void>) {
    this.handle(name, task);
    this.crontab.push(`${schedule} ${name}`);
  }

  async add(
    ctx: Pick<RequestContext, 'db'>,
    name: string,
    payload: object,
    options: { runAt?: Date; key?: string; attempts?: number } = {},
  ) {
    await ctx.db.query(
      'SELECT graphile_worker.add_job($1, $2::json, run_at => $3, job_key => $4, max_attempts => $5)',
      [name, JSON.stringify(payload), options.runAt ?? null, options.key ?? null, options.attempts ?? 5],
    );
  }

  /** Makes the queue's own tables; part of migrating. */
  static async migrate(databaseUrl: string) {
    await runMigrations({ connectionString: databaseUrl, logger: Jobs.silent });
  }

  async start() {
    const { url } = this.source.options as { url: string };
    this.pool = new pg.Pool({ connectionString: url, max: 4 });
    const report = (error: Error) => this.logger.error(error);
    this.pool.on('error', report);
    this.pool.on('connect', (client) => client.on('error', report));
    this.runner = await run({
      pgPool: this.pool,
      concurrency: 2,
      noHandleSignals: true,
      pollInterval: 2000,
      taskList: Object.fromEntries(
        this.named().map(([name, task]) => [name, (payload: unknown) => task(payload)]),
      ),
      crontab: this.crontab.join('\n'),
      logger: Jobs.silent,
    });
    this.runner.events.on('job:failed', ({ job, error }) =>
      this.logger.error(error, `job ${job.task_identifier} failed`),
    );
  }

  async beforeApplicationShutdown() {
    await this.runner?.stop().catch(() => {});
    await this.pool?.end();
    this.runner = null;
    this.pool = null;
  }
}
