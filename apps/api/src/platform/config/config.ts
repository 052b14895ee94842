import path from 'node:path';

/** What an operator can set. Everything has a default that works on one machine. */
export interface Config {
  port: number;
  host: string;
  /** Set in production: the database to use. Unset: the embedded server under `dataDir`. */
  databaseUrl: string | null;
  dataDir: string;
  /** Address people use, without a trailing slash; links in exports and canonical addresses start with it. */
  publicUrl: string;
  demoPassword: string | null;
  /** Trust `X-Forwarded-*` from a proxy in front. */
  trustProxy: boolean;
  logLevel: string;
  /** Requests a minute from one address to what costs something (signing in, reporting). */
  rateLimit: number;
}

export const CONFIG = Symbol('config');

/** @throws Error with one readable line when a variable cannot be understood. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const port = Number(env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT must be a port number, not "${env.PORT}"`);
  return {
    port,
    host: env.HOST ?? '0.0.0.0',
    databaseUrl: env.DATABASE_URL || null,
    dataDir: path.resolve(env.MEDVIND_DATA_DIR || '.data'),
    publicUrl: (env.MEDVIND_PUBLIC_URL || `http://localhost:${port}`).replace(/\/$/, ''),
    demoPassword: env.MEDVIND_DEMO_PASSWORD || null,
    trustProxy: env.MEDVIND_TRUST_PROXY === 'true',
    logLevel: env.LOG_LEVEL || 'info',
    rateLimit: Number(env.MEDVIND_RATE_LIMIT ?? 30),
  };
}
