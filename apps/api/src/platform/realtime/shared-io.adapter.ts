import { Logger, type INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { createAdapter } from '@socket.io/postgres-adapter';
import pg from 'pg';

/** Longer than it takes to listen again once PostgreSQL is back. */
const LISTENING_AGAIN_MS = 1000;

/** What one process tells its readers, those of every other process on the same database hear too. */
export class SharedIoAdapter extends IoAdapter {
  protected override readonly logger = new Logger(SharedIoAdapter.name);
  private readonly pool: pg.Pool;

  constructor(app: INestApplicationContext, databaseUrl: string) {
    super(app);
    this.pool = new pg.Pool({ connectionString: databaseUrl, max: 4, application_name: 'medvind-live' });
    this.pool.on('error', this.report);
  }

  override createIOServer(
    ...asked: Parameters<IoAdapter['createIOServer']>
  ): ReturnType<IoAdapter['createIOServer']> {
    const server = super.createIOServer(...asked);
    let listened = false;
    const pool = {
      query: (text: string, values: unknown[]) => this.pool.query(text, values),
      // Asked for only to listen: at the start, and again when that connection was lost.
      connect: async () => {
        const client = await this.pool.connect();
        client.on('error', this.report);
        client.once('end', () => client.release(true));
        // What the other processes said meanwhile was not heard: who reconnects asks what it is now.
        if (listened) setTimeout(() => server.local.disconnectSockets(true), LISTENING_AGAIN_MS).unref();
        listened = true;
        return client;
      },
    };
    server.adapter(createAdapter(pool as unknown as pg.Pool, { errorHandler: this.report }));
    return server;
  }

  override async dispose() {
    await this.pool.end();
  }

  private readonly report = (error: Error) => this.logger.warn(error.message);
}
