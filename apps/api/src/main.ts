import { createApp } from './app.js';
import { Jobs } from './platform/jobs/jobs.js';
import { readConfig } from './platform/config/config.js';
import { mountPages } from './platform/web/pages.js';
import { migrateDatabase, openDatabase } from './server-database.js';

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  console.error(`Medvind runs on Node 24; this is ${process.version}. Start it with "npm start", which brings its own.`);
  process.exit(1);
}

async function start() {
  const config = readConfig();
  const database = await openDatabase(config);
  try {
    await migrateDatabase(database.url);
    const { app } = await createApp(config, database.url);
    let stopping = false;
    const stop = async () => {
      if (stopping) return;
      stopping = true;
      await app.close();
      await database.stop();
      process.exit(0);
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
    await mountPages(app, config.publicUrl);
    await app.get(Jobs).start();
    await app.listen(config.port, config.host);
    console.log(`Medvind is ready: ${config.publicUrl}`);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

start().catch((error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Port ${process.env.PORT ?? 3000} is taken by another program; choose one with PORT=3001.`
      : `Medvind could not start: ${error.message}`,
  );
  process.exit(1);
});
