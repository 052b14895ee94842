import path from 'node:path';
import { addressOf } from '../mail/mail-address.rules.js';

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
  /** Trust `X-Forwarded-*` from the one proxy in front. */
  trustProxy: boolean;
  logLevel: string;
  /** Requests a minute from one address to what costs something (signing in, reporting). */
  rateLimit: number;
  /** "smtp://user:password@mail.example:587"; unset: letters are written into the outbox below `dataDir`. */
  smtpUrl: string | null;
  /** The address letters come from; the name is the municipality's. */
  mailFrom: string;
  /** What ballots are signed with, 32 bytes or more; unset: made once and kept in `ballot.key` below `dataDir`. */
  ballotKey: Buffer | null;
}

export const CONFIG = Symbol('config');

/** @throws Error with one readable line when a variable cannot be understood. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const port = Number(env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT must be a port number, not "${env.PORT}"`);
  const smtpUrl = env.SMTP_URL || null;
  if (smtpUrl && !isMailServer(smtpUrl))
    throw new Error('SMTP_URL must be an address like smtp://user:password@mail.example:587');
  const mailFrom = env.MAIL_FROM || (smtpUrl ? '' : 'medvind@localhost');
  if (!addressOf(mailFrom))
    throw new Error(`MAIL_FROM must be the address letters come from, not "${mailFrom}"`);
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
    smtpUrl,
    mailFrom,
    ballotKey: readKey(env.MEDVIND_BALLOT_KEY),
  };
}

const readKey = (text: string | undefined): Buffer | null => {
  if (!text) return null;
  const key = Buffer.from(text, 'base64');
  if (key.length < 32)
    throw new Error('MEDVIND_BALLOT_KEY must be 32 random bytes in base64 (openssl rand -base64 32)');
  return key;
};

const isMailServer = (address: string): boolean => {
  try {
    const { protocol, hostname } = new URL(address);
    return /^smtps?:$/.test(protocol) && hostname !== '';
  } catch {
    return false;
  }
};
