import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { checkMutation } from './api/proof.js';
import { checkReceipt, parseReceipt } from './receipt.check.js';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const signed = (text: string) => sign(null, Buffer.from(text), privateKey).toString('base64url');
const hash = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const BOX = '01940000-0000-7000-8000-0000000000b0';
const entry = (index: number) =>
  JSON.stringify(['medvind-entry/1', BOX, index, 'AAAA', 1, '2026-11-23T10:00:00.000Z', 'for', null]);
const receiptOf = (text: string) => `medvind1.${Buffer.from(text).toString('base64url')}.${signed(text)}`;

/** The proof of a ledger of three ballots. */
function proofOf(index: number, replaced = false) {
  const leaves = [0, 1, 2].map((at) => hash(Buffer.of(0), Buffer.from(entry(at))));
  const [first, second, third] = leaves as [Buffer, Buffer, Buffer];
  const pair = hash(Buffer.of(1), first, second);
  const root = hash(Buffer.of(1), pair, third).toString('base64url');
  const path = [[second, third], [first, third], [pair]][index]!.map((part) => part.toString('base64url'));
  const text = JSON.stringify([
    'medvind-checkpoint/1',
    BOX,
    'terms',
    3,
    root,
    '2026-11-23T10:01:00.000Z',
    false,
    null,
  ]);
  const checkpoint = {
    size: 3,
    root,
    at: '2026-11-23T10:01:00.000Z',
    final: false,
    text,
    signature: signed(text),
  };
  const raw = publicKey.export({ format: 'jwk' }).x!;
  const leaf = leaves[index]!.toString('base64url');
  return { index, publicKey: raw, leaf, checkpoint, path, replaced, calledOff: false };
}

describe('a receipt', () => {
  const check = (line: string, proof: Parameters<typeof checkReceipt>[1]) =>
    checkReceipt(parseReceipt(line)!, proof);

  it('is found counted wherever it stands in the ledger, and replaced when its voter changed it', async () => {
    for (const index of [0, 1, 2])
      expect(await check(receiptOf(entry(index)), proofOf(index))).toMatchObject({
        is: 'counted',
        checkpoint: { size: 3 },
      });
    expect((await check(receiptOf(entry(1)), proofOf(1, true))).is).toBe('replaced');
    expect((await check(receiptOf(entry(1)), { ...proofOf(1), calledOff: true })).is).toBe('kept');
    expect((await check(receiptOf(entry(1)), { ...proofOf(1), checkpoint: null, path: [] })).is).toBe(
      'waiting',
    );
  });

  it('is not when anything about it is another', async () => {
    const other = entry(1).replace('"for"', '"against"');
    expect((await check(receiptOf(other), proofOf(1))).is).toBe('changed');
    expect((await check(receiptOf(entry(1)), proofOf(0))).is).toBe('changed');
    const proof = proofOf(1);
    expect((await check(receiptOf(entry(1)), { ...proof, path: proof.path.slice(1) })).is).toBe('changed');
    const forged = { ...proof.checkpoint, signature: signed('something else') };
    expect((await check(receiptOf(entry(1)), { ...proof, checkpoint: forged })).is).toBe('changed');
    // A checkpoint that was signed, shown with another root.
    const shown = { ...proof.checkpoint, root: proofOf(0).path[0]! };
    expect((await check(receiptOf(entry(1)), { ...proof, checkpoint: shown })).is).toBe('changed');
    // The ballot itself was turned round, and the way to the root was not.
    const { leaf } = proofOf(0);
    expect((await check(receiptOf(entry(1)), { ...proof, leaf })).is).toBe('changed');
    const unsigned = receiptOf(entry(1)).replace(/\.[^.]+$/, `.${signed('x')}`);
    expect((await check(unsigned, proof)).is).toBe('not-signed');
  });

  it('of another vote is said to be that, and not to be missing', async () => {
    const check = checkMutation('helsingor', '01940000-0000-7000-8000-0000000000b1').mutationFn!;
    const saved = `Skal haven have en bænk?\n\n${receiptOf(entry(0))}\n`;
    expect(await check(saved, {} as never)).toEqual({ is: 'other-vote' });
    expect(await check('hej', {} as never)).toEqual({ is: 'not-a-receipt' });
  });

  it('is read through the line breaks of paper, and nothing else is taken for one', () => {
    const broken = receiptOf(entry(0)).replaceAll(/.{30}/g, '$& \n');
    expect(parseReceipt(broken)).toMatchObject({ box: BOX, index: 0, choice: 'for', hidden: false });
    const saved = `Skal haven have en bænk?\n\n${receiptOf(entry(0))}\n\nHilsen Ida`;
    expect(parseReceipt(saved)).toEqual(parseReceipt(receiptOf(entry(0))));
    for (const line of ['', 'hej', 'medvind1.a.b', 'medvind1..']) expect(parseReceipt(line)).toBeNull();
  });
});
