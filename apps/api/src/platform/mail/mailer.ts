import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import type { RequestContext } from '../http/context.js';
import { Jobs } from '../jobs/jobs.js';
import { htmlLetterOf, oneLine, plainTextOf, type Letter } from './letter.rules.js';
import { Mail } from './mail.entity.js';
import { transportOf, Undeliverable, type MailTransport } from './mail.transport.js';

export interface Posting extends Letter {
  /** What it is about and for whom; a second letter with the same key is not written. */
  key: string;
  municipalityId: string;
  to: string;
  unsubscribeUrl?: string;
  secret?: boolean;
}

/** Handed over together: few enough that a process which ends in the middle leaves few in doubt. */
const AT_ONCE = 50;
/** For about a day and a half, further and further apart. */
const ATTEMPTS = 15;
const KEPT_DAYS = 90;

/** Writes letters down in the transaction that gives rise to them, and sends them afterwards. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly logger = new Logger(Mailer.name);
  private readonly transport: MailTransport;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly jobs: Jobs,
    @Inject(CONFIG) readonly config: Config,
  ) {
    this.transport = transportOf(config);
    jobs.handle('send-mail', (payload) => this.send((payload as { ids: string[] }).ids));
    jobs.every('41 3 * * *', 'forget-old-mail', async () => {
      await this.source.query(`DELETE FROM mail WHERE created_at < now() - make_interval(days => $1)`, [
        KEPT_DAYS,
      ]);
    });
  }

  /** Whether letters reach people, or lie in the outbox. */
  get delivers(): boolean {
    return this.transport.delivers;
  }

  /** Writes letters and queues one job for all of them; leaves out those written before. */
  async post(ctx: Pick<RequestContext, 'db'>, postings: readonly Posting[]): Promise<number> {
    if (postings.length === 0) return 0;
    const rows = postings.map((posting) => ({
      key: posting.key,
      municipalityId: posting.municipalityId,
      recipient: posting.to,
      fromName: oneLine(posting.from),
      subject: oneLine(posting.subject),
      text: plainTextOf(posting),
      html: htmlLetterOf(posting),
      unsubscribeUrl: posting.unsubscribeUrl ?? null,
      secret: posting.secret ?? false,
    }));
    const written = await ctx.db.query<{ id: string }[]>(
      `INSERT INTO mail (key, municipality_id, recipient, from_name, subject, text, html, unsubscribe_url, secret)
       SELECT * FROM jsonb_to_recordset($1) AS letter(key text, "municipalityId" uuid, recipient text,
         "fromName" text, subject text, text text, html text, "unsubscribeUrl" text, secret boolean)
       ON CONFLICT (key) DO NOTHING RETURNING id`,
      [JSON.stringify(rows)],
    );
    if (written.length)
      await this.jobs.add(ctx, 'send-mail', { ids: written.map(({ id }) => id) }, { attempts: ATTEMPTS });
    return written.length;
  }

  /** Sends what of these has not been sent. @throws when some could not be, so that the job is tried again */
  async send(ids: readonly string[]) {
    let failed = 0;
    for (let start = 0; start < ids.length; start += AT_ONCE)
      failed += await this.sendSome(ids.slice(start, start + AT_ONCE));
    if (failed) throw new Error(`${failed} of ${ids.length} letters could not be sent yet`);
  }

  onApplicationShutdown() {
    this.transport.close();
  }

  /** Whoever claims a letter sends it; of two jobs at once the second finds it claimed. */
  private async sendSome(ids: readonly string[]): Promise<number> {
    const [rows] = await this.source.query<[Mail[], number]>(
      `UPDATE mail SET sending_at = now()
       WHERE id = ANY($1) AND sent_at IS NULL AND failed_at IS NULL AND sending_at IS NULL
       RETURNING id, recipient, from_name AS "fromName", subject, text, html,
         unsubscribe_url AS "unsubscribeUrl", created_at AS "createdAt"`,
      [ids],
    );
    const results = await Promise.all(rows.map((mail) => this.sendOne(mail)));
    const faults = results.filter(({ error }) => error !== null);
    if (faults[0]) this.logger.error(`${faults.length} letters not sent: ${faults[0].error}`);
    await this.source.query(
      `UPDATE mail SET error = result.error,
         sent_at = CASE WHEN result.error IS NULL THEN now() END,
         failed_at = CASE WHEN result.final THEN now() END,
         sending_at = NULL,
         recipient = CASE WHEN $2 AND result.error IS NULL THEN '' ELSE recipient END,
         text = CASE WHEN $2 AND result.error IS NULL THEN '' ELSE text END,
         html = CASE WHEN $2 AND result.error IS NULL THEN '' ELSE html END,
         unsubscribe_url = CASE WHEN $2 AND result.error IS NULL THEN NULL ELSE unsubscribe_url END
       FROM jsonb_to_recordset($1) AS result(id uuid, error text, final boolean)
       WHERE mail.id = result.id`,
      [JSON.stringify(results), this.delivers],
    );
    return faults.filter(({ final }) => !final).length;
  }

  private async sendOne(mail: Mail): Promise<{ id: string; error: string | null; final: boolean }> {
    try {
      await this.transport.send(mail);
      return { id: mail.id, error: null, final: false };
    } catch (error) {
      return { id: mail.id, error: (error as Error).message, final: error instanceof Undeliverable };
    }
  }
}
