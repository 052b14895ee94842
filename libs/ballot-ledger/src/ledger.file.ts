import type { Checkpoint } from './checkpoint.js';
import type { Json } from './canonical.json.js';
import type { LedgerEntry, Opening } from './ledger.entry.js';

/** What a ledger file begins with. */
export interface LedgerBox {
  id: string;
  /** What was asked, how it is counted, when it opens and closes: as it was when the first ballot was cast. */
  terms: { readonly [key: string]: Json };
  publicKey: string;
}

/** The lines of a ledger file (JSON lines): the box, entries and checkpoints in order, and the end. */
export const boxLine = ({ id, terms, publicKey }: LedgerBox): string =>
  `${JSON.stringify({ type: 'box', format: 'medvind-ledger/1', id, terms, publicKey })}\n`;

export const entryLine = (entry: LedgerEntry, signature: string, opening: Opening | null): string => {
  const { box: _, ...said } = entry;
  return `${JSON.stringify({ type: 'entry', ...said, signature, ...(opening ? { opening } : {}) })}\n`;
};

export const checkpointLine = (checkpoint: Checkpoint, signature: string): string =>
  `${JSON.stringify({ type: 'checkpoint', ...checkpoint, signature })}\n`;

/** A file without it was cut off. */
export const endLine = (size: number): string => `${JSON.stringify({ type: 'end', size })}\n`;

/** Far more than a ballot of fifty options takes. */
const LONGEST_LINE = 1_000_000;

/** Splits a stream into lines, holding one at a time. @throws Error at a line no ledger has */
export async function* linesOf(chunks: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop()!;
    if (rest.length > LONGEST_LINE) throw new Error('a line is longer than any of a ledger');
    yield* lines;
  }
  if (rest) yield rest;
}
