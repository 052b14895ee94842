import fs from 'node:fs';

export default async function teardown() {
  const { cluster, directory } = globalThis.medvindTestCluster;
  await cluster.stop();
  fs.rmSync(directory, { recursive: true, force: true });
}
