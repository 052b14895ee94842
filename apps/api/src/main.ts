import type { INestApplicationContext } from '@nestjs/common';
import { createApp } from './app.js';
import { Logger } from 'nestjs-pino';
import { Demonstration, makePassword } from './demonstration/demonstration.js';
import { Jobs } from './platform/jobs/jobs.js';
import { MunicipalitiesService } from './municipalities/municipalities.service.js';
import { readConfig } from './platform/config/config.js';
import { mountPages } from './platform/web/pages.js';
import { migrateDatabase, openDatabase } from './server-database.js';

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  console.error(
    `Medvind runs on Node 24; this is ${process.version}. Start it with "npm start", which brings its own.`,
  );
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
    const municipalities = app.get(MunicipalitiesService);
    await mountPages(app, config.publicUrl, (host) => municipalities.slugOfHost(host));
    await app.init();
    app.useLogger(app.get(Logger));
    const accounts = database.embedded ? await loadDemonstration(app, config.demoPassword) : null;
    await app.get(Jobs).start();
    await app.listen(config.port, config.host);
    // In one piece: whoever waits for the first line has the accounts with it.
    console.log([`Medvind is ready: ${config.publicUrl}`, ...(accounts ? [accounts] : [])].join('\n'));
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** Into an empty embedded database only; gives what to tell whoever started it. */
async function loadDemonstration(
  app: INestApplicationContext,
  wished: string | null,
): Promise<string | null> {
  const demonstration = app.get(Demonstration);
  if (!(await demonstration.isEmpty())) return null;
  const password = wished ?? makePassword();
  const accounts = await demonstration.load(password);
  return [
    'Demonstration content is loaded. Sign in with one of these accounts:',
    ...accounts.map(
      ({ municipality, role, email }) => `  ${municipality.padEnd(12)} ${role.padEnd(14)} ${email}`,
    ),
    wished ? '  password: the one of MEDVIND_DEMO_PASSWORD' : `  password: ${password}`,
  ].join('\n');
}

start().catch((error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Port ${process.env.PORT ?? 3000} is taken by another program; choose one with PORT=3001.`
      : `Medvind could not start: ${error.message}`,
  );
  process.exit(1);
});
