import { createHash } from 'node:crypto';
import { canonical, type Json } from './canonical.json.js';

/** What the ledger was at a moment, signed; later ones must begin with it. */
export interface Checkpoint {
  size: number;
  /** Of the tree, base64url. */
  root: string;
  at: string;
  /** The box is closed; `result` is what was published. */
  final: boolean;
  result: Json;
}

/** What is signed; the box's terms and the published result are bound into it. */
export const checkpointText = (
  box: string,
  terms: Json,
  { size, root, at, final, result }: Checkpoint,
): string =>
  canonical(['medvind-checkpoint/1', box, digest(terms), size, root, at, final, result && digest(result)]);

/** In place of a result: it ended without being counted. */
export const CALLED_OFF: Json = { calledOff: true };

export const isCalledOff = (checkpoint: Pick<Checkpoint, 'final' | 'result'> | null): boolean =>
  checkpoint?.final === true && canonical(checkpoint.result) === canonical(CALLED_OFF);

const digest = (value: Json): string => createHash('sha256').update(canonical(value)).digest('base64url');
