import { createHash, randomBytes } from 'node:crypto';
import { canonical, type Json } from './canonical.json.js';

/** One ballot as it stands in the ledger: what is signed and hashed, and what its receipt says. */
export interface LedgerEntry {
  box: string;
  /** From 0, without gaps. */
  index: number;
  /** The voter's pseudonym in this box. */
  voter: string;
  /** 1: this voter's first ballot; each change is the next, and the last one counts. */
  turn: number;
  /** ISO 8601, UTC, to the millisecond. */
  at: string;
  /** What it says; null: withdrawn, or hidden behind the commitment. */
  choice: Json;
  /** Of a ballot that is hidden until the box is closed. */
  commitment: string | null;
}

/** What opens a commitment. */
export interface Opening {
  /** 32 bytes, base64url. */
  nonce: string;
  choice: Json;
}

/** The bytes of an entry. */
export const entryText = ({ box, index, voter, turn, at, choice, commitment }: LedgerEntry): string =>
  canonical(['medvind-entry/1', box, index, voter, turn, at, choice, commitment]);

export const makeNonce = (): string => randomBytes(32).toString('base64url');

/** Hides the choice and holds its voter and its keeper to it: SHA-256 of 32 random bytes and the choice. */
export const commitmentTo = ({ nonce, choice }: Opening): string =>
  createHash('sha256').update(Buffer.from(nonce, 'base64url')).update(canonical(choice)).digest('base64url');
