import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The product, run for one spec file alone: what it changes is in no other journey's way. */
export interface OwnServer {
  url: string;
  /** Where its data lies. */
  directory: string;
}

export const freePort = async (): Promise<number> => {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};

/** Registers it, with the demonstration content. @param settings more of its environment, known once it starts */
export function aServer(settings: () => Promise<NodeJS.ProcessEnv> = () => Promise.resolve({})): OwnServer {
  const own: OwnServer = { url: '', directory: fs.mkdtempSync(path.join(os.tmpdir(), 'medvind-own-')) };
  let server: ReturnType<typeof spawn>;

  beforeAll(async () => {
    const port = await freePort();
    own.url = `http://localhost:${port}`;
    server = spawn(process.execPath, ['--enable-source-maps', 'apps/api/dist/main.js'], {
      cwd: ROOT,
      env: {
        ...process.env,
        PORT: String(port),
        MEDVIND_PUBLIC_URL: '',
        MEDVIND_DATA_DIR: own.directory,
        MEDVIND_DEMO_PASSWORD: process.env.MEDVIND_JOURNEY_PASSWORD,
        MEDVIND_RATE_LIMIT: '10000',
        DATABASE_URL: '',
        LOG_LEVEL: 'error',
        ...(await settings()),
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
    fs.rmSync(own.directory, { recursive: true, force: true });
  }, 30_000);

  return own;
}
