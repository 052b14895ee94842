import type { Schema } from '@medvind/api-client';

/** What a receipt says: the line `medvind1.<entry>.<signature>[.<opening>]`, each part base64url. */
export interface ReadReceipt {
  box: string;
  index: number;
  turn: number;
  at: string;
  /** null: withdrawn, or hidden. */
  choice: unknown;
  hidden: boolean;
  /** The entry's bytes, as they were signed and hashed. */
  text: string;
  signature: string;
}

/**
 * - `counted`: it is in the ledger as it was signed, under a checkpoint that is signed with the same key
 * - `replaced`: so it is, and its voter said something else later
 * - `kept`: so it is, and the vote was called off
 * - `waiting`: it is signed, and younger than the last checkpoint
 * - `not-signed`: its signature is not the municipality's
 * - `changed`: what stands in its place in the ledger is not this
 * - `missing`: there is no such ballot
 * - `other-vote`: it is of another vote than the one it is checked on
 * - `elsewhere`: no ledger of this municipality is its
 * - `unable`: this browser cannot check signatures, or the page is not reached over https
 */
export interface Finding {
  is:
    | 'counted'
    | 'replaced'
    | 'kept'
    | 'waiting'
    | 'not-signed'
    | 'changed'
    | 'missing'
    | 'other-vote'
    | 'elsewhere'
    | 'not-a-receipt'
    | 'unable';
  receipt?: ReadReceipt;
  /** It is of support for an initiative, not of a vote. */
  isSupport?: boolean;
  checkpoint?: { size: number; at: string; root: string; final: boolean };
  /** How many hashes lead from the ballot to the root. */
  steps?: number;
}

/** The entry, and 64 bytes of signature; a saved file has the question before it. */
const RECEIPT = /medvind1\.([\w-]+)\.([\w-]{86})/;

export function parseReceipt(typed: string): ReadReceipt | null {
  const [, entry, signature] = RECEIPT.exec(typed.replaceAll(/\s/g, '')) ?? [];
  if (!entry || !signature) return null;
  try {
    const text = new TextDecoder().decode(bytesOf(entry));
    const said = JSON.parse(text) as unknown[];
    const [kind, box, index, , turn, at, choice, commitment] = said;
    const isEntry =
      kind === 'medvind-entry/1' &&
      typeof box === 'string' &&
      typeof index === 'number' &&
      typeof turn === 'number' &&
      typeof at === 'string';
    return isEntry ? { box, index, turn, at, choice, hidden: commitment !== null, text, signature } : null;
  } catch {
    return null;
  }
}

/**
 * Works out the root of the ledger from the receipt's own bytes and the hashes beside its way (RFC 9162, 2.1.3.2), and
 * compares it with the checkpoint that was signed.
 */
export async function checkReceipt(receipt: ReadReceipt, proof: Schema<'ProofView'>): Promise<Finding> {
  // Without https a browser has no cryptography to offer; an older one may not know this kind of signature.
  if (!globalThis.crypto?.subtle) return { is: 'unable', receipt };
  let key: CryptoKey;
  try {
    key = await crypto.subtle.importKey('raw', bytesOf(proof.publicKey), 'Ed25519', false, ['verify']);
  } catch {
    return { is: 'unable', receipt };
  }
  const isSigned = (text: string, signature: string) =>
    crypto.subtle.verify('Ed25519', key, bytesOf(signature), new TextEncoder().encode(text));
  if (!(await isSigned(receipt.text, receipt.signature))) return { is: 'not-signed', receipt };
  const { checkpoint, path, replaced } = proof;
  // The way to the root may lead past what has become of the ballot since.
  if (proof.leaf !== base64url(await leafOf(receipt))) return { is: 'changed', receipt };
  if (!checkpoint) return { is: 'waiting', receipt };
  const said = { size: checkpoint.size, at: checkpoint.at, root: checkpoint.root, final: checkpoint.final };
  const finding = { receipt, checkpoint: said, steps: path.length };
  const isOurs = await isSigned(checkpoint.text, checkpoint.signature);
  const isWhatWasSigned = says(checkpoint.text, receipt.box, checkpoint);
  const root = await rootOf(receipt, checkpoint.size, path);
  if (!isOurs || !isWhatWasSigned || root !== checkpoint.root) return { ...finding, is: 'changed' };
  return { ...finding, is: proof.calledOff ? 'kept' : replaced ? 'replaced' : 'counted' };
}

/** Whether the signed text is about this box, and names the size and root that are shown. */
function says(text: string, box: string, { size, root }: { size: number; root: string }): boolean {
  const [kind, its, , itsSize, itsRoot] = JSON.parse(text) as unknown[];
  return kind === 'medvind-checkpoint/1' && its === box && itsSize === size && itsRoot === root;
}

const leafOf = ({ text }: ReadReceipt) => sha256(Uint8Array.of(0), new TextEncoder().encode(text));

/** null: the way does not end at a root. */
async function rootOf(receipt: ReadReceipt, size: number, path: string[]): Promise<string | null> {
  const { index } = receipt;
  let hash = await leafOf(receipt);
  let [place, last] = [index, size - 1];
  for (const beside of path.map(bytesOf)) {
    if (last === 0) return null;
    if (place % 2 === 1 || place === last) {
      hash = await sha256(Uint8Array.of(1), beside, hash);
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)];
    } else hash = await sha256(Uint8Array.of(1), hash, beside);
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 ? base64url(hash) : null;
}

async function sha256(...parts: Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', all));
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
