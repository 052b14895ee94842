import { describe, expect, it } from '@jest/globals';
import {
  boxLine,
  canonical,
  checkpointLine,
  checkpointText,
  commitmentTo,
  endLine,
  entryLine,
  entryText,
  Frontier,
  leafHash,
  LedgerKey,
  makeNonce,
  readReceipt,
  readReceipts,
  verifyLedger,
  writeReceipt,
  type Checkpoint,
  type Json,
  type LedgerEntry,
} from './ballot-ledger.js';

const key = new LedgerKey(Buffer.alloc(32, 7));
const BOX = '01940000-0000-7000-8000-0000000000b0';

/** How many said what. */
const counting = () => {
  const counts: Record<string, number> = {};
  return {
    isValid: (choice: Json) => choice === 'for' || choice === 'against',
    add: (choice: Json) => void (counts[String(choice)] = (counts[String(choice)] ?? 0) + 1),
    result: () => counts,
  };
};

interface Wishes {
  hidden?: boolean;
  open?: boolean;
  result?: Json;
  key?: LedgerKey;
  every?: number;
  /** Of the entries' times, in seconds. */
  seconds?: (index: number) => number;
}

/** A ledger file of these ballots (person, choice), a line each, and its receipts. */
function aLedger(ballots: readonly (readonly [string, Json])[], wishes: Wishes = {}) {
  const signer = wishes.key ?? key;
  const hidden = wishes.hidden ?? false;
  const terms = { question: 'Skal der være bænke?', hidden, opensAt: '2026-11-01T00:00:00.000Z' };
  const turns = new Map<string, number>();
  const last = new Map<string, Json>();
  const frontier = new Frontier();
  const receipts: string[] = [];
  const lines = [boxLine({ id: BOX, terms, publicKey: signer.publicKey })];
  const checkpoint = (final: boolean, result: Json) => {
    const at = new Date(Date.UTC(2026, 10, 2)).toISOString();
    const said: Checkpoint = {
      size: frontier.size,
      root: frontier.root().toString('base64url'),
      at,
      final,
      result,
    };
    lines.push(checkpointLine(said, signer.sign(checkpointText(BOX, terms, said))));
  };
  ballots.forEach(([person, choice], index) => {
    const turn = (turns.get(person) ?? 0) + 1;
    turns.set(person, turn);
    last.set(person, choice);
    const opening = hidden ? { nonce: makeNonce(), choice } : null;
    const entry: LedgerEntry = {
      box: BOX,
      index,
      voter: signer.pseudonym(BOX, person),
      turn,
      at: new Date(Date.UTC(2026, 10, 1, 0, 0, wishes.seconds?.(index) ?? index)).toISOString(),
      choice: hidden ? null : choice,
      commitment: opening && commitmentTo(opening),
    };
    const signature = signer.sign(entryText(entry));
    frontier.append(leafHash(entryText(entry)));
    lines.push(entryLine(entry, signature, wishes.open ? null : opening));
    receipts.push(writeReceipt(entry, signature, opening));
    if ((index + 1) % (wishes.every ?? 3) === 0 && index + 1 < ballots.length) checkpoint(false, null);
  });
  const tally = counting();
  for (const choice of last.values()) if (choice !== null) tally.add(choice);
  checkpoint(!wishes.open, wishes.open ? null : (wishes.result ?? tally.result()));
  lines.push(endLine(frontier.size));
  return { lines: lines.map((line) => line.trimEnd()), receipts };
}

const check = (lines: readonly string[], receipts: readonly string[] = [], publicKey = key.publicKey) =>
  verifyLedger(
    async function* () {
      yield* lines;
    },
    { counting, publicKey, receipts: receipts.map((line) => readReceipt(line)!) },
  );

const BALLOTS: [string, Json][] = [
  ['ida', 'for'],
  ['bo', 'against'],
  ['per', 'for'],
  ['ida', 'against'],
  ['ulla', 'for'],
  ['per', null],
  ['eva', 'for'],
];

describe('the verifier', () => {
  it.each([false, true])(
    'finds an untouched ledger whole and counts each voter’s last ballot (hidden: %s)',
    async (hidden) => {
      const { lines, receipts } = aLedger(BALLOTS, { hidden });
      expect(await check(lines, receipts)).toMatchObject({
        faultCount: 0,
        entries: 7,
        voters: 5,
        checkpoints: 3,
        counted: { for: 2, against: 2 },
        receipts: ['replaced', 'counted', 'replaced', 'counted', 'counted', 'withdrawn', 'counted'].map(
          (is) => ({ is }),
        ),
      });
    },
  );

  it('counts nothing of what is still hidden', async () => {
    const { lines } = aLedger(BALLOTS, { hidden: true, open: true });
    expect(lines.join('')).not.toMatch(/"for"|against/);
    expect(await check(lines)).toMatchObject({ faultCount: 0, counted: null });
  });

  it('finds every kind of tampering, wherever it is', async () => {
    const { lines } = aLedger(BALLOTS);
    const rows = lines.flatMap((line, at) => (line.includes('"entry"') ? [at] : []));
    for (const at of rows) {
      const changed = lines.with(at, lines[at]!.replace(/"choice":(null|"against")/, '"choice":"for"'));
      if (changed[at] !== lines[at])
        expect((await check(changed)).faults.map(({ type }) => type)).toEqual(
          expect.arrayContaining(['entry-signature', 'checkpoint-root']),
        );
      const dropped = lines.toSpliced(at, 1);
      expect((await check(dropped)).faultCount).toBeGreaterThan(0);
      const twice = lines.toSpliced(at, 0, lines[at]!);
      expect((await check(twice)).faultCount).toBeGreaterThan(0);
    }
  });

  it('names an entry nobody signed, also when everything behind it was counted on', async () => {
    const stranger = new LedgerKey(Buffer.alloc(32, 9));
    const ours = aLedger(BALLOTS).lines;
    const theirs = aLedger([...BALLOTS, ['nobody', 'for']], { key: stranger }).lines;
    expect((await check(theirs, [], stranger.publicKey)).faultCount).toBe(0);
    expect((await check(theirs)).faults.map(({ type }) => type)).toEqual(['other-key']);
    const [added] = aLedger([['nobody', 'for']], { key: stranger }).lines.slice(1, 2);
    const { faults } = await check(ours.toSpliced(-2, 0, added!.replace('"index":0', '"index":7')));
    expect(faults).toEqual(
      expect.arrayContaining([
        { type: 'entry-signature', index: 7 },
        { type: 'checkpoint-size', size: 7, found: 8 },
      ]),
    );
  });

  it('finds a result that is not what the ballots come to, a file cut off, and another’s key', async () => {
    const types = async (lines: readonly string[], publicKey?: string) =>
      (await check(lines, [], publicKey)).faults.map(({ type }) => type);
    expect(await types(aLedger(BALLOTS, { result: { for: 3, against: 1 } }).lines)).toEqual(['result']);
    const { lines } = aLedger(BALLOTS);
    expect(await types(lines.slice(0, -1))).toEqual(['cut-off']);
    expect(await types(lines.slice(0, -2))).toEqual(
      expect.arrayContaining(['cut-off', 'entries-without-checkpoint']),
    );
    expect(await types(lines, new LedgerKey(Buffer.alloc(32, 8)).publicKey)).toEqual(['other-key']);
    expect(await types(['{"type":"entry"}'])).toEqual(expect.arrayContaining(['not-a-ledger', 'cut-off']));
  });

  it('forgives a clock that was set right, and finds entries that are out of their time', async () => {
    const times = async (seconds: (index: number) => number) =>
      (await check(aLedger(BALLOTS, { seconds }).lines)).faults;
    expect(await times((index) => 100 - index)).toEqual([]);
    expect(await times((index) => (index === 4 ? 10 : 1000 + index))).toEqual([
      { type: 'entry-not-in-time', index: 4 },
    ]);
    expect(await times((index) => (index === 0 ? -1 : index))).toEqual([
      { type: 'entry-not-in-time', index: 0 },
    ]);
  });

  it('finds who keeps back the opening of a hidden ballot, or opens it as something else', async () => {
    const { lines } = aLedger(BALLOTS, { hidden: true });
    const at = lines.findIndex((line) => line.includes('"index":1'));
    const kept = lines.with(at, lines[at]!.replace(/,"opening":.*\}\}$/, '}'));
    expect((await check(kept)).faults.map(({ type }) => type)).toEqual(['opening', 'result']);
    const other = lines.with(at, lines[at]!.replace('"against"', '"for"'));
    expect((await check(other)).faults.map(({ type }) => type)).toEqual(['opening', 'result']);
  });

  it('tells a receipt that was dropped, changed, forged or belongs elsewhere', async () => {
    const full = aLedger(BALLOTS);
    const short = aLedger(BALLOTS.slice(0, 4));
    const other = aLedger(BALLOTS.map(([person]) => [person, 'against']));
    const is = async (lines: readonly string[], receipt: string) =>
      (await check(lines, [receipt])).receipts[0]!.is;
    expect(await is(short.lines, full.receipts[6]!)).toBe('missing');
    expect(await is(other.lines, full.receipts[0]!)).toBe('changed');
    const forged = aLedger(BALLOTS, { key: new LedgerKey(Buffer.alloc(32, 3)) });
    expect(await is(full.lines, forged.receipts[0]!)).toBe('not-ours');
    const elsewhere = full.lines.with(0, full.lines[0]!.replace(BOX, BOX.replace('b0', 'b1')));
    expect(await is(elsewhere, full.receipts[0]!)).toBe('other-box');
    const [kind, entry, signature] = full.receipts[0]!.split('.');
    const damaged = Buffer.from(entry!, 'base64url').toString().replace(BOX, BOX.replace('b0', 'b7'));
    expect(
      await is(full.lines, [kind, Buffer.from(damaged).toString('base64url'), signature].join('.')),
    ).toBe('not-ours');
  });

  it('does not take a receipt’s word for a hidden ballot it opens as something else, or not at all', async () => {
    const { lines, receipts } = aLedger(BALLOTS, { hidden: true });
    const parts = receipts[1]!.split('.');
    const is = async (line: string) => (await check(lines, [line])).receipts[0]!.is;
    const { nonce } = readReceipt(receipts[1]!)!.opening!;
    const other = Buffer.from(JSON.stringify({ nonce, choice: 'for' })).toString('base64url');
    expect(await is(parts.with(3, other).join('.'))).toBe('opening');
    expect(await is(parts.slice(0, 3).join('.'))).toBe('unopened');
    // What was said before something else counts for nothing anyway.
    expect(await is(receipts[0]!.split('.').slice(0, 3).join('.'))).toBe('replaced');
  });

  it('holds the ledger to a checkpoint kept from before', async () => {
    const kept = JSON.parse(
      aLedger(BALLOTS).lines.find((line) => line.includes('"checkpoint"'))!,
    ) as Checkpoint;
    const rewritten = aLedger([['eva', 'against'], ...BALLOTS.slice(1)]).lines;
    const { faults } = await verifyLedger(
      async function* () {
        yield* rewritten;
      },
      { counting, kept },
    );
    expect(faults).toEqual([{ type: 'checkpoint-root', size: 3 }]);
  });
});

describe('a receipt', () => {
  it('is read as it was written, with the line breaks of paper, and anything else is none', () => {
    const { receipts } = aLedger([['ida', 'for']], { hidden: true });
    const broken = receipts[0]!.replaceAll(/.{40}/g, '$&\n ');
    expect(readReceipt(broken)).toMatchObject({
      entry: { box: BOX, index: 0, turn: 1 },
      opening: { choice: 'for' },
    });
    // As the site saves it, and as somebody sends it on.
    const saved = `Skal haven have en bænk?\n\n${receipts[0]!}\n`;
    for (const text of [saved, `${saved}\nHilsen Ida`, `${broken}\n\nHilsen`, `${receipts[0]!}\nHilsen Ida`])
      expect(readReceipt(text)).toEqual(readReceipt(receipts[0]!));
    const quoted = `Du skrev:\n> ${saved.replaceAll('\n', '\n> ')}\n>> Hej`;
    const wrapped = `> > ${broken.replaceAll('\n', '\n> > ')}\n> >\n> > Hilsen`;
    for (const text of [quoted, wrapped, saved.replace('medvind1', 'Medvind1')])
      expect(readReceipt(text)).toEqual(readReceipt(receipts[0]!));
    expect(readReceipts(saved + saved)).toHaveLength(2);
    for (const line of ['', 'medvind1', 'medvind1.a.b', 'hello', receipts[0]!.slice(10)])
      expect(readReceipt(line)).toBeNull();
  });
});

describe('a key', () => {
  it('makes pseudonyms that differ between boxes and people, and are the same every time', () => {
    const names = ['a', 'b'].flatMap((box) => ['ida', 'bo'].map((person) => key.pseudonym(box, person)));
    expect(new Set(names).size).toBe(4);
    expect(new LedgerKey(Buffer.alloc(32, 7)).pseudonym('a', 'ida')).toBe(names[0]);
    expect(names.every((name) => Buffer.from(name, 'base64url').length === 16)).toBe(true);
  });

  it('opens what it sealed for the same box only', () => {
    const sealed = key.seal('a', 'hemmeligt');
    expect(key.unseal('a', sealed)).toBe('hemmeligt');
    expect(() => key.unseal('b', sealed)).toThrow();
    expect(() => new LedgerKey(Buffer.alloc(32, 1)).unseal('a', sealed)).toThrow();
  });
});

describe('canonical text', () => {
  it('is one for one value', () => {
    expect(canonical({ b: [1, { z: null, a: 'å' }], a: true })).toBe('{"a":true,"b":[1,{"a":"å","z":null}]}');
  });
});
