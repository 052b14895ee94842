import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { LedgerKey } from '@medvind/ballot-ledger';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Problem } from '../platform/errors/problem.js';

/**
 * The one secret of all ledgers. It is never in the database: whoever can write there cannot sign, nor say who voted.
 */
@Injectable()
export class BallotKey {
  private readonly logger = new Logger(BallotKey.name);
  private made: LedgerKey | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  get own(): LedgerKey {
    this.made ??= new LedgerKey(this.config.ballotKey ?? keyFile(this.config.dataDir));
    return this.made;
  }

  /**
   * The key, where it is the one the box began with: with another the same person would be another voter.
   * @throws 503
   */
  of({ id, publicKey }: { id: string; publicKey: string }): LedgerKey {
    if (this.own.publicKey === publicKey) return this.own;
    this.logger.error(
      `ballot box ${id} was opened with the key ${publicKey}; this process has ${this.own.publicKey}: set MEDVIND_BALLOT_KEY to the former secret`,
    );
    throw new Problem(503, 'unavailable');
  }
}

/** For an installation that was told no key: one made on first use, which only its own user can read. */
function keyFile(dataDir: string): Buffer {
  const file = path.join(dataDir, 'ballot.key');
  fs.mkdirSync(dataDir, { recursive: true });
  try {
    // Of two processes that start at once one makes it.
    fs.writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return Buffer.from(fs.readFileSync(file, 'utf8').trim(), 'base64url');
}
