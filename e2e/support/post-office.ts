import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { simpleParser, type ParsedMail } from 'mailparser';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The product as a municipality with a mail server runs it, and the letters that server was given. */
export interface PostOffice {
  /** Of the product. */
  url: string;
  lettersTo(address: string): ParsedMail[];
  /** Makes the weekly letters of what has happened until now; the queue would on Monday. */
  makeWeekly(): Promise<void>;
}

const freePort = async (): Promise<number> => {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};

/** Registers a server of its own for a spec file: the journeys' common one has no mail server. */
export function aPostOffice(): PostOffice {
  const letters: { to: string[]; letter: ParsedMail }[] = [];
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'medvind-mail-'));
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
  let server: ReturnType<typeof spawn>;
  const office: PostOffice = {
    url: '',
    lettersTo: (address) => letters.filter(({ to }) => to.includes(address)).map(({ letter }) => letter),
    async makeWeekly() {
      const [, , , port] = fs
        .readFileSync(path.join(directory, 'postgres/postmaster.pid'), 'utf8')
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

  beforeAll(async () => {
    const [port, smtpPort] = [await freePort(), await freePort()];
    await new Promise<void>((resolve) => smtp.listen(smtpPort, '127.0.0.1', resolve));
    office.url = `http://localhost:${port}`;
    server = spawn(process.execPath, ['--enable-source-maps', 'apps/api/dist/main.js'], {
      cwd: ROOT,
      env: {
        ...process.env,
        PORT: String(port),
        MEDVIND_PUBLIC_URL: '',
        MEDVIND_DATA_DIR: directory,
        MEDVIND_DEMO_PASSWORD: process.env.MEDVIND_JOURNEY_PASSWORD,
        MEDVIND_RATE_LIMIT: '10000',
        DATABASE_URL: '',
        LOG_LEVEL: 'error',
        SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
        MAIL_FROM: 'medvind@kommune.example',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    await new Promise<void>((resolve, reject) => {
      const listen = (data: Buffer) => {
        said += String(data);
        if (said.includes('Medvind is ready')) resolve();
      };
      server.stdout?.on('data', listen);
      server.stderr?.on('data', listen);
      server.once('exit', (code) => reject(new Error(`the server stopped (${code}):\n${said}`)));
    });
  }, 60_000);

  afterAll(async () => {
    if (server.exitCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    await new Promise<void>((resolve) => smtp.close(() => resolve()));
    fs.rmSync(directory, { recursive: true, force: true });
  }, 30_000);

  return office;
}
