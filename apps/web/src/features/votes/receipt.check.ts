import type { Schema } from '@medvind/api-client';
import type { Vote, VoteChoice } from './api/vote.js';

/** What a receipt says: the line `medvind1.<entry>.<signature>[.<opening>]`, each part base64url. */
export interface ReadReceipt {
  box: string;
  index: number;
  turn: number;
  at: string;
  /** null: withdrawn, or hidden. */
  choice: unknown;
  /** What a hidden choice was held to; null: it is not hidden. */
  commitment: string | null;
  /** What opens it; null: the receipt's last part is missing or cannot be read. */
  opening: { nonce: string; choice: unknown } | null;
  /** Something stands in the place of the last part, and it cannot be read. */
  isGarbled: boolean;
  /** The entry's bytes, as they were signed and hashed. */
  text: string;
  signature: string;
}

/**
 * - `counted`: it is in the ledger as it was signed, under a checkpoint that is signed with the same key
 * - `withdrawn`: so it is, and it takes the vote back
 * - `replaced`: so it is, and its voter said something else later
 * - `taken-back`: so it is, and its voter withdrew later
 * - `kept`: so it is, and the vote was called off
 * - `unopened`: so it is, and the receipt lacks the part that says what was voted
 * - `waiting`: it is signed, and younger than the last checkpoint
 * - `withdrawal-waiting`: so it is, and it takes the vote back
 * - `opening`: it is signed, and its last part says something else than what was signed
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
    | 'withdrawn'
    | 'replaced'
    | 'taken-back'
    | 'kept'
    | 'unopened'
    | 'waiting'
    | 'withdrawal-waiting'
    | 'opening'
    | 'not-signed'
    | 'changed'
    | 'missing'
    | 'other-vote'
    | 'elsewhere'
    | 'not-a-receipt'
    | 'unable';
  receipt?: ReadReceipt;
  /** What the vote was, where the receipt says it; left out: it does not, or it cannot be relied on. */
  said?: VoteChoice | null;
  /** What was asked in its box, to say that by name. */
  asked?: Asked;
  isCalledOff?: boolean;
  /** It is of support for an initiative, not of a vote. */
  isSupport?: boolean;
  checkpoint?: { size: number; at: string; root: string; final: boolean };
  /** How many hashes lead from the ballot to the root. */
  steps?: number;
}

/** What of a box's question a choice is told by. */
export type Asked = Pick<Vote, 'kind'> & { options: { key: string; title: string }[] };

/** Some write the first letter of a line large; a saved file has the question before it. */
const BEGINNING = /medvind1\s*\./i;
/** The entry, 64 bytes of signature, and what opens it. */
const PARTS = /^([\w-]+)\.([\w-]{86})(?:\.([\w-]*))?/;

/** The receipt in a text, through the line breaks of paper and the marks of a mail that quotes it. */
export function parseReceipt(typed: string): ReadReceipt | null {
  const [, said = ''] = typed.replaceAll(/^[ \t]*(?:>[ \t]*)+/gm, '').split(BEGINNING, 2);
  const [paragraph = ''] = said.split(/\r?\n\s*\n/, 1);
  const [run = ''] = said.split(/\s/, 1);
  // What follows a receipt can look like more of it: it is the reading in which its last part is whole.
  const read = [paragraph, run, said].map(readParts).filter((one) => one !== null);
  return read.find(({ isGarbled }) => !isGarbled) ?? read[0] ?? null;
}

function readParts(parts: string): ReadReceipt | null {
  const [, entry, signature, secret] = PARTS.exec(parts.replaceAll(/\s/g, '')) ?? [];
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
    if (!isEntry) return null;
    const isHidden = typeof commitment === 'string';
    const opening = isHidden && secret ? openingIn(secret) : null;
    const isGarbled = isHidden && Boolean(secret) && opening === null;
    return {
      ...{ box, index, turn, at, choice, text, signature, opening, isGarbled },
      commitment: isHidden ? commitment : null,
    };
  } catch {
    return null;
  }
}

function openingIn(secret: string): ReadReceipt['opening'] {
  try {
    const said = JSON.parse(new TextDecoder().decode(bytesOf(secret))) as Partial<Record<string, unknown>>;
    const { nonce, choice } = said;
    return typeof nonce === 'string' && choice !== undefined ? { nonce, choice } : null;
  } catch {
    return null;
  }
}

/** Whether it is signed with one of these keys; null: this browser cannot tell. */
export async function isGenuine(
  { text, signature }: ReadReceipt,
  publicKeys: readonly string[],
): Promise<boolean | null> {
  for (const publicKey of publicKeys) {
    const key = await keyOf(publicKey);
    if (!key) return null;
    if (await isSigned(key, text, signature)) return true;
  }
  return false;
}

/** Without https a browser has no cryptography to offer; an older one may not know this kind of signature. */
async function keyOf(publicKey: string): Promise<CryptoKey | null> {
  if (!globalThis.crypto?.subtle) return null;
  try {
    return await crypto.subtle.importKey('raw', bytesOf(publicKey), 'Ed25519', false, ['verify']);
  } catch {
    return null;
  }
}

async function isSigned(key: CryptoKey, text: string, signature: string): Promise<boolean> {
  return crypto.subtle.verify('Ed25519', key, bytesOf(signature), new TextEncoder().encode(text));
}

/**
 * Works out the root of the ledger from the receipt's own bytes and the hashes beside its way (RFC 9162, 2.1.3.2), and
 * compares it with the checkpoint that was signed.
 */
export async function checkReceipt(receipt: ReadReceipt, proof: Schema<'ProofView'>): Promise<Finding> {
  const key = await keyOf(proof.publicKey);
  if (!key) return { is: 'unable', receipt };
  if (!(await isSigned(key, receipt.text, receipt.signature))) return { is: 'not-signed' };
  const { checkpoint, path } = proof;
  // The way to the root may lead past what has become of the ballot since.
  if (proof.leaf !== base64url(await leafOf(receipt))) return { is: 'changed', receipt };
  const { commitment, opening } = receipt;
  const isOpened = commitment === null || (opening !== null && (await commitmentTo(opening)) === commitment);
  // Something stands where what was voted should, and it is not what was signed.
  const isOther = !isOpened && (opening !== null || receipt.isGarbled);
  const said = isOpened ? { said: (opening ?? receipt).choice as VoteChoice | null } : {};
  const isWithdrawal = said.said === null;
  const seen = { receipt, isCalledOff: proof.calledOff, ...said };
  if (!checkpoint)
    return { ...seen, is: isOther ? 'opening' : isWithdrawal ? 'withdrawal-waiting' : 'waiting' };
  const { size, at, final } = checkpoint;
  const finding = { ...seen, checkpoint: { size, at, root: checkpoint.root, final }, steps: path.length };
  const isOurs = await isSigned(key, checkpoint.text, checkpoint.signature);
  const isWhatWasSigned = says(checkpoint.text, receipt.box, checkpoint);
  const root = await rootOf(receipt, checkpoint.size, path);
  if (!isOurs || !isWhatWasSigned || root !== checkpoint.root) return { ...finding, is: 'changed' };
  if (isOther) return { ...finding, is: 'opening' };
  if (proof.replaced) return { ...finding, is: proof.withdrawn ? 'taken-back' : 'replaced' };
  // What the ledger has opened by now it says without the receipt's last part too.
  if (isWithdrawal || (!isOpened && proof.withdrawn)) return { ...finding, is: 'withdrawn' };
  if (!isOpened) return { ...finding, is: 'unopened' };
  return { ...finding, is: proof.calledOff ? 'kept' : 'counted' };
}

/** As `commitmentTo` of the ledger makes it. */
const commitmentTo = async ({
  nonce,
  choice,
}: NonNullable<ReadReceipt['opening']>): Promise<string | null> => {
  try {
    return base64url(await sha256(bytesOf(nonce), new TextEncoder().encode(canonical(choice))));
  } catch {
    return null;
  }
};

/** As the ledger writes a value: keys sorted, no spaces. */
const canonical = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map(canonical).join(',')}]`
    : typeof value === 'object' && value !== null
      ? `{${Object.entries(value)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
          .join(',')}}`
      : JSON.stringify(value);

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
