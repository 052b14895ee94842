import fs from 'node:fs';
import path from 'node:path';
import { afterAll } from '@jest/globals';
import { simpleParser, type ParsedMail } from 'mailparser';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { aServer, freePort, type OwnServer } from './own-server.js';

/** The product as a municipality with a mail server runs it, and the letters that server was given. */
export interface PostOffice {
  server: OwnServer;
  lettersTo(address: string): ParsedMail[];
  /** Makes the weekly letters of what has happened until now; the queue would on Monday. */
  makeWeekly(): Promise<void>;
}

/** Registers a server of its own for a spec file: the journeys' common one has no mail server. */
export function aPostOffice(): PostOffice {
  const letters: { to: string[]; letter: ParsedMail }[] = [];
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    closeTimeout: 50,
    onData(stream, { envelope }, done) {
      simpleParser(stream).then((letter) => {
        letters.push({ to: envelope.rcptTo.map(({ address }) => address), letter });
        done();
      }, done);
    },
  });
  // After the product's own end, which is registered later and so comes first.
  afterAll(() => new Promise<void>((resolve) => smtp.close(() => resolve())));
  const server = aServer(async () => {
    const port = await freePort();
    await new Promise<void>((resolve) => smtp.listen(port, '127.0.0.1', resolve));
    return { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'medvind@kommune.example' };
  });
  return {
    server,
    lettersTo: (address) => letters.filter(({ to }) => to.includes(address)).map(({ letter }) => letter),
    async makeWeekly() {
      const [, , , port] = fs
        .readFileSync(path.join(server.directory, 'postgres/postmaster.pid'), 'utf8')
        .split('\n');
      const client = new pg.Client(`postgres://medvind@127.0.0.1:${port}/medvind`);
      await client.connect();
      try {
        await client.query("SELECT graphile_worker.add_job('weekly-digests', '{}', job_key => 'journey')");
      } finally {
        await client.end();
      }
    },
  };
}
