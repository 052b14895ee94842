import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { RequestContext } from '../http/context.js';

@Injectable()
export class Database {
  constructor(@InjectDataSource() readonly source: DataSource) {}

  /**
   * Runs `work` in one transaction; what it published is delivered after the commit. Inside a transaction it joins
   * the one that is open.
   */
  async transaction<T>(ctx: RequestContext, work: (ctx: RequestContext) => Promise<T>): Promise<T> {
    if (ctx.transactional) return work(ctx);
    let inner: RequestContext | undefined;
    const result = await this.source
      .transaction(async (db) => {
        inner = ctx.within(db);
        return work(inner);
      })
      .catch(async (cause: unknown) => {
        for (const task of inner?.takeRefused() ?? []) await task(ctx);
        throw cause;
      });
    for (const task of inner?.takeCommitted() ?? []) await task(ctx);
    return result;
  }
}

/** Whether the database refused because of this named constraint. */
export const violates = (error: unknown, constraint: string): boolean =>
  (error as { constraint?: unknown } | null)?.constraint === constraint ||
  (error as { driverError?: { constraint?: unknown } } | null)?.driverError?.constraint === constraint;
