import { once } from 'node:events';
import fs from 'node:fs';

export default async function teardown() {
  const { server, directory } = globalThis.medvindJourneys;
  if (server.exitCode === null) {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
  fs.rmSync(directory, { recursive: true, force: true });
}
