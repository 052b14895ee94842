import 'reflect-metadata';
import fs from 'node:fs';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { LIMITS, LANGUAGES, type Language, type Role } from '@medvind/contracts';
import {
  decodeText,
  outlinePolicyDocument,
  OutlineError,
  type OutlineNode,
  type PolicyOutline,
} from '@medvind/policy-outline';
import { Command, Option } from 'commander';
import { EXPORT_FORMATS, type ExportFormat } from './action-plans/plan-export.entity.js';
import { PlanExportsService } from './action-plans/plan-exports.service.js';
import { PlansService } from './action-plans/plans.service.js';
import { AppModule } from './app.module.js';
import { verifyBallots } from './ballots/verify-ballots.js';
import { Demonstration, makePassword } from './demonstration/demonstration.js';
import { PeopleService } from './identity/people.service.js';
import { RetentionService } from './initiatives/retention.service.js';
import { MunicipalitiesService } from './municipalities/municipalities.service.js';
import { readConfig } from './platform/config/config.js';
import { Problem } from './platform/errors/problem.js';
import { Database } from './platform/database/database.js';
import { RequestContext } from './platform/http/context.js';
import { PoliciesService } from './policies/policies.service.js';
import { PolicyImporter } from './policies/policy-importer.js';
import { migrateDatabase, openDatabase } from './server-database.js';

/** What an operator does; each command says what it did in a line, and ends with 1 and a reason when it could not. */
const program = new Command('medvind').description('Medvind for operators').showHelpAfterError();

program
  .command('outline')
  .description('shows what a policy document would become')
  .argument('<file>', 'plain text or Markdown')
  .option('--json', 'the outline as JSON')
  .action((file: string, { json }: { json?: boolean }) => {
    const outline = outlineFile(file);
    console.log(json ? JSON.stringify(outline, null, 2) : drawOutline(outline));
  });

program
  .command('import')
  .description('publishes a policy document: its policies, their goals and a thread for every goal')
  .argument('<file>', 'plain text or Markdown')
  .requiredOption('--municipality <slug>')
  .action((file: string, { municipality }: { municipality: string }) =>
    withApp(async (app) => {
      const ctx = await operator(app, municipality, ['staff']);
      const { policies } = outlineFile(file);
      const published = await app
        .get(PolicyImporter)
        .import(ctx, { fileName: path.basename(file), bytes: fs.readFileSync(file) });
      published.forEach(({ title, slug }, index) =>
        console.log(
          `${title}: ${countNodes(policies[index]?.nodes ?? [])} goals at /${municipality}/policies/${slug}`,
        ),
      );
    }),
  );

program
  .command('export-plan')
  .description('writes an action plan to a file')
  .requiredOption('--municipality <slug>')
  .requiredOption('--policy <slug>')
  .requiredOption('--year <year>')
  .addOption(new Option('--format <format>').choices(EXPORT_FORMATS).default('docx'))
  .requiredOption('--out <file>')
  .action(
    (options: { municipality: string; policy: string; year: string; format: ExportFormat; out: string }) =>
      withApp(async (app) => {
        const ctx = await operator(app, options.municipality, ['staff']);
        const policy = await app
          .get(PoliciesService)
          .show(ctx, options.policy)
          .catch((error: unknown) => {
            if (!(error instanceof Problem && error.code === 'not-found')) throw error;
            throw new Error(`${options.municipality} has no policy "${options.policy}"`);
          });
        const { items } = await app.get(PlansService).ofPolicy(ctx, policy.id);
        const plan = items.find(({ year }) => year === Number(options.year));
        if (!plan) throw new Error(`${policy.title} has no action plan for ${options.year}`);
        const file = await fs.promises.open(options.out, 'w').catch((error: NodeJS.ErrnoException) => {
          throw new Error(`${options.out} cannot be written: ${error.code}`);
        });
        await app.get(PlanExportsService).exportPlan(ctx, plan.id, options.format, file.createWriteStream());
        console.log(`${plan.title}: ${options.out}`);
      }),
  );

program
  .command('create-admin')
  .description(
    'makes an administrator; the password is read from MEDVIND_ADMIN_PASSWORD, or made and printed',
  )
  .requiredOption('--municipality <slug>')
  .requiredOption('--email <address>')
  .requiredOption('--name <name>')
  .addOption(new Option('--language <language>').choices(LANGUAGES).default('da'))
  .action((options: { municipality: string; email: string; name: string; language: Language }) =>
    withApp(async (app) => {
      const { here } = await operator(app, options.municipality, []);
      const given = process.env.MEDVIND_ADMIN_PASSWORD;
      const password = given ?? makePassword();
      if (password.length < LIMITS.password.min)
        throw new Error(`the password must have at least ${LIMITS.password.min} characters`);
      await app.get(PeopleService).createAdministrator(here, { ...options, password });
      console.log(`${options.email} is an administrator of ${options.municipality}.`);
      if (!given) console.log(`password (if the account is new): ${password}`);
    }),
  );

program
  .command('verify-ballots')
  .description(
    'checks a downloaded ledger of ballots: signatures, tree, checkpoints and result; needs no database',
  )
  .argument('<file>', 'the ledger, as a vote’s page offers it')
  .option('--receipt <receipt...>', 'receipts, or files with them, as the site saves them, to look for in it')
  .option('--key <key>', 'the public key you know to be the municipality’s')
  .option('--checkpoint <file>', 'a checkpoint kept from before, which the ledger must begin with')
  .action(async (file: string, options: { receipt?: string[]; key?: string; checkpoint?: string }) => {
    const { isGood, said } = await verifyBallots(file, {
      receipts: options.receipt ?? [],
      publicKey: options.key,
      checkpoint: options.checkpoint,
    });
    console.log(said.join('\n'));
    if (!isGood) process.exitCode = 1;
  });

program
  .command('forget-supporters')
  .description(
    'forgets who supported initiatives that ended long ago, as their rules say; done every night too',
  )
  .option('--dry-run', 'says what would be forgotten, and forgets nothing')
  .action(({ dryRun }: { dryRun?: boolean }) =>
    withApp(async (app) => {
      const retention = app.get(RetentionService);
      if (!dryRun) return console.log(`${await retention.forget()} supporters forgotten`);
      const { initiatives, supporters } = await retention.due();
      console.log(`${supporters} supporters of ${initiatives} initiatives would be forgotten`);
    }),
  );

program
  .command('migrate')
  .description('brings the database up to date')
  .action(() =>
    withDatabase(async (url) => {
      const ran = await migrateDatabase(url);
      console.log(ran.length ? `ran ${ran.join(', ')}` : 'nothing to do');
    }),
  );

program
  .command('demo')
  .description('loads the demonstration content into an empty embedded database')
  .action(() =>
    withApp(async (app) => {
      const config = readConfig();
      if (config.databaseUrl)
        throw new Error('demonstration content is for the embedded database; DATABASE_URL is set');
      const demonstration = app.get(Demonstration);
      if (!(await demonstration.isEmpty())) throw new Error('the database is not empty');
      const password = config.demoPassword ?? makePassword();
      for (const { municipality, role, email } of await demonstration.load(password))
        console.log(`${municipality} ${role}: ${email}`);
      if (!config.demoPassword) console.log(`password: ${password}`);
    }),
  );

const outlineFile = (file: string): PolicyOutline =>
  outlinePolicyDocument(decodeText(readFile(file)), { fileName: path.basename(file) });

const countNodes = (nodes: readonly OutlineNode[]): number =>
  nodes.reduce((sum, { children }) => sum + 1 + countNodes(children), 0);

/** The outline as a person reads it: an indented line for every node. */
const drawOutline = ({ policies }: PolicyOutline): string =>
  policies
    .flatMap(({ title, type, levels, validFrom, validTo, nodes }) => [
      `${title} (${[type, levels.join(' / '), [validFrom, validTo].filter(Boolean).join('–')].filter(Boolean).join('; ')})`,
      ...drawNodes(nodes, 1),
    ])
    .join('\n');

const drawNodes = (nodes: readonly OutlineNode[], depth: number): string[] =>
  nodes.flatMap(({ number, title, children }) => [
    `${'  '.repeat(depth)}${number ? `${number} ` : ''}${title}`,
    ...drawNodes(children, depth + 1),
  ]);

function readFile(file: string): Buffer {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}`);
  }
}

async function withDatabase(work: (url: string) => Promise<void>) {
  const database = await openDatabase(readConfig());
  try {
    await work(database.url);
  } finally {
    await database.stop();
  }
}

const withApp = (work: (app: INestApplicationContext) => Promise<void>) =>
  withDatabase(async (url) => {
    await migrateDatabase(url);
    const config = { ...readConfig(), logLevel: 'error' };
    const app = await NestFactory.createApplicationContext(AppModule.with(config, url), {
      logger: ['error'],
      abortOnError: false,
    });
    try {
      await work(app);
    } finally {
      await app.close();
    }
  });

/** Nobody is signed in at the command line: who may run it may act in these roles. */
async function operator(app: INestApplicationContext, slug: string, roles: Role[]): Promise<RequestContext> {
  const municipality = await app.get(MunicipalitiesService).bySlug(slug);
  if (!municipality) throw new Error(`there is no municipality "${slug}"`);
  const { manager } = app.get(Database).source;
  return new RequestContext(manager, municipality, null, new Set(roles), municipality.language);
}

const reasonOf = (error: unknown): string => {
  if (error instanceof OutlineError) return error.code;
  if (error instanceof Problem) return `${error.code} ${JSON.stringify(error.details)}`;
  return error instanceof Error ? error.message : String(error);
};

try {
  await program.parseAsync();
} catch (error) {
  console.error(reasonOf(error));
  process.exitCode = 1;
}
