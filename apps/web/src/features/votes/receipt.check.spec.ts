import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { checkMutation } from './api/proof.js';
import { checkReceipt, isGenuine, parseReceipt } from './receipt.check.js';

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
  return { index, publicKey: raw, leaf, checkpoint, path, replaced, withdrawn: false, calledOff: false };
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

  it('of another vote is said to be that, and one that is damaged not to be of another', async () => {
    const keys = [generateKeyPairSync('ed25519').publicKey, publicKey].map(
      (key) => key.export({ format: 'jwk' }).x!,
    );
    const { mutationFn } = checkMutation('helsingor', '01940000-0000-7000-8000-0000000000b1', keys);
    const check = (typed: string) => mutationFn!(typed, {} as never);
    expect(await check(`Skal haven have en bænk?\n\n${receiptOf(entry(0))}\n`)).toEqual({ is: 'other-vote' });
    expect(await check('hej')).toEqual({ is: 'not-a-receipt' });
    const [kind, said, signature] = receiptOf(entry(0)).split('.');
    const other = Buffer.from(entry(0).replace('b0"', 'b7"')).toString('base64url');
    expect(said).not.toBe(other);
    expect(await check([kind, other, signature].join('.'))).toEqual({ is: 'not-signed' });
    expect(await isGenuine(parseReceipt(receiptOf(entry(0)))!, keys.slice(0, 1))).toBe(false);
  });

  it('is read through the line breaks of paper, and nothing else is taken for one', () => {
    const broken = receiptOf(entry(0)).replaceAll(/.{30}/g, '$& \n');
    expect(parseReceipt(broken)).toMatchObject({ box: BOX, index: 0, choice: 'for', commitment: null });
    const saved = `Skal haven have en bænk?\n\n${receiptOf(entry(0))}\n\nHilsen Ida`;
    expect(parseReceipt(saved)).toEqual(parseReceipt(receiptOf(entry(0))));
    for (const mail of [`> Hej\n> ${receiptOf(entry(0))}\n> Ida`, `>> ${broken.replaceAll('\n', '\n>> ')}`])
      expect(parseReceipt(mail.replace('medvind1', 'Medvind1'))).toEqual(parseReceipt(receiptOf(entry(0))));
    for (const line of ['', 'hej', 'medvind1.a.b', 'medvind1..']) expect(parseReceipt(line)).toBeNull();
  });
});

describe('the receipt of a hidden ballot', () => {
  const nonce = Buffer.alloc(32, 5).toString('base64url');
  const commitment = (choice: unknown) =>
    hash(Buffer.from(nonce, 'base64url'), Buffer.from(JSON.stringify(choice))).toString('base64url');
  const secret = (choice: unknown) => Buffer.from(JSON.stringify({ nonce, choice })).toString('base64url');
  const hidden = (choice: unknown) =>
    JSON.stringify([
      'medvind-entry/1',
      BOX,
      0,
      'AAAA',
      1,
      '2026-11-23T10:00:00.000Z',
      null,
      commitment(choice),
    ]);
  /** The proof of a ledger of this one ballot. */
  const proofOf = (text: string, wishes: Partial<Parameters<typeof checkReceipt>[1]> = {}) => {
    const root = hash(Buffer.of(0), Buffer.from(text)).toString('base64url');
    const at = '2026-11-23T10:01:00.000Z';
    const said = JSON.stringify(['medvind-checkpoint/1', BOX, 'terms', 1, root, at, false, null]);
    const checkpoint = { size: 1, root, at, final: false, text: said, signature: signed(said) };
    const { x: key } = publicKey.export({ format: 'jwk' });
    return {
      ...{ index: 0, publicKey: key!, leaf: root, checkpoint, path: [] },
      ...{ replaced: false, withdrawn: null, calledOff: false, ...wishes },
    };
  };
  const check = (line: string, text: string, wishes?: Partial<Parameters<typeof checkReceipt>[1]>) =>
    checkReceipt(parseReceipt(line)!, proofOf(text, wishes));

  it('says what was voted where its last part opens what was signed, with the keys in whatever order', async () => {
    for (const choice of ['against', ['o2', 'o1'], { o1: 3, o2: 4 }])
      expect(await check(`${receiptOf(hidden(choice))}.${secret(choice)}`, hidden(choice))).toMatchObject({
        is: 'counted',
        said: choice,
      });
    const text = hidden({ o1: 3, o2: 4 });
    expect((await check(`${receiptOf(text)}.${secret({ o2: 4, o1: 3 })}`, text)).is).toBe('counted');
  });

  it('is not taken at its word where its last part was changed, overwritten or cut off', async () => {
    const text = hidden('against');
    const line = receiptOf(text);
    for (const waits of [{}, { checkpoint: null }, { replaced: true }])
      for (const other of [secret('for'), 'XXXXXXXXXXXX', secret('against').slice(0, -9)]) {
        const found = await check(`${line}.${other}`, text, waits);
        expect(found.is).toBe('opening');
        expect(found.said).toBeUndefined();
      }
    for (const missing of [line, `${line}.`, `${line}\n\nHilsen Ida`])
      expect((await check(missing, text)).is).toBe('unopened');
    const followed = await check(`> ${line}.${secret('against')}\n> Hilsen Ida`, text);
    expect(followed).toMatchObject({ is: 'counted', said: 'against' });
  });

  it('that takes the vote back is not said to be counted, nor one that was taken back later', async () => {
    const [taken, cast] = [hidden(null), hidden('for')];
    const line = `${receiptOf(taken)}.${secret(null)}`;
    expect(await check(line, taken)).toMatchObject({ is: 'withdrawn', isCalledOff: false });
    expect(await check(line, taken, { calledOff: true })).toMatchObject({
      is: 'withdrawn',
      isCalledOff: true,
    });
    expect((await check(line, taken, { checkpoint: null })).is).toBe('withdrawal-waiting');
    const former = `${receiptOf(cast)}.${secret('for')}`;
    expect((await check(former, cast, { replaced: true })).is).toBe('replaced');
    const known = { replaced: true, withdrawn: true };
    expect((await check(former, cast, known)).is).toBe('taken-back');
    expect(await check(former, cast, { ...known, calledOff: true })).toMatchObject({ is: 'taken-back' });
    const plain = entry(0).replace('"for"', 'null');
    expect((await check(receiptOf(plain), plain)).is).toBe('withdrawn');
  });
});
