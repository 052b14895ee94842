import type { KeyObject } from 'node:crypto';
import { canonical, type Json } from './canonical.json.js';
import { checkpointText, isCalledOff, type Checkpoint } from './checkpoint.js';
import { commitmentTo, entryText, type LedgerEntry, type Opening } from './ledger.entry.js';
import type { LedgerBox } from './ledger.file.js';
import { keyOf, verifySignature } from './ledger.key.js';
import { Frontier, leafHash } from './merkle.tree.js';
import type { Receipt } from './receipt.js';
import { VoterTable } from './voter.table.js';

export type LedgerFault =
  | { type: 'not-a-ledger'; line: number }
  | { type: 'other-key'; publicKey: string }
  | { type: 'entry-missing'; index: number; found: number }
  | { type: 'entry-signature'; index: number }
  | { type: 'entry-out-of-turn'; index: number }
  | { type: 'entry-not-in-time'; index: number }
  | { type: 'choice-not-valid'; index: number }
  | { type: 'opening'; index: number }
  | { type: 'checkpoint-size'; size: number; found: number }
  | { type: 'checkpoint-root'; size: number }
  | { type: 'checkpoint-signature'; size: number }
  | { type: 'entries-without-checkpoint'; size: number; covered: number }
  | { type: 'after-the-end'; line: number }
  | { type: 'cut-off' }
  | { type: 'result'; published: Json; counted: Json };

/** How the ballots of a box are counted; asked for once its terms are known. */
export interface Counting {
  isValid(choice: Json): boolean;
  add(choice: Json): void;
  /** What must have been published. */
  result(): Json;
}

export interface ReceiptFinding {
  receipt: Receipt;
  /**
   * `counted`: it is in the ledger unchanged and counts. `replaced`: it is, and its voter changed or withdrew it later.
   * `withdrawn`: it is, and takes the vote back. `unopened`: it is and counts, and the receipt lacks what opens it.
   * `changed`: something else stands in its place. `missing`: nothing does. `other-box`: it is not of this ledger.
   * `not-ours`: its signature is not of this key. `opening`: what it opens its hidden ballot with does not.
   */
  is:
    | 'counted'
    | 'replaced'
    | 'withdrawn'
    | 'unopened'
    | 'changed'
    | 'missing'
    | 'other-box'
    | 'not-ours'
    | 'opening';
}

export interface Verification {
  box: LedgerBox | null;
  faultCount: number;
  /** The first of them. */
  faults: LedgerFault[];
  entries: number;
  voters: number;
  checkpoints: number;
  /** The last one. */
  checkpoint: Checkpoint | null;
  /** What the ballots come to; null: still hidden, or called off. */
  counted: Json;
  receipts: ReceiptFinding[];
}

interface Options {
  counting: (terms: LedgerBox['terms']) => Counting;
  receipts?: readonly Receipt[];
  /** The key one knows to be the municipality's. */
  publicKey?: string | undefined;
  /** A checkpoint kept from before: the ledger must begin with it. */
  kept?: Pick<Checkpoint, 'size' | 'root'> | undefined;
}

const FAULTS_TOLD = 20;
/** A server's clock is set right now and then; what is set back by more was not in order. */
const CLOCK_MS = 60_000;
/** Enough to keep every processor busy, few enough to hold. */
const MOST_UNDERWAY = 512;

/**
 * Checks a ledger file: every signature, the tree against every checkpoint (so that each begins with the former),
 * that voters' entries follow one another and their last counts, and that the published result is what the ballots
 * come to. Reads it twice, a line at a time: what is held grows by 50 bytes a voter.
 */
export async function verifyLedger(
  read: () => AsyncIterable<string>,
  options: Options,
): Promise<Verification> {
  const verifier = new LedgerVerifier(options);
  for await (const line of read()) await verifier.read(line);
  await verifier.end();
  if (verifier.canCount) for await (const line of read()) verifier.count(line);
  return verifier.verification();
}

class LedgerVerifier {
  private readonly faults: LedgerFault[] = [];
  private faultCount = 0;
  private line = 0;
  private box: LedgerBox | null = null;
  private key: KeyObject | null = null;
  private readonly frontier = new Frontier();
  private readonly voters = new VoterTable();
  private superseded = new Uint8Array(1 << 16);
  private checkpoints = 0;
  private checkpoint: Checkpoint | null = null;
  private former = -Infinity;
  private isEnded = false;
  private readonly underway = new Set<Promise<void>>();
  private readonly receipts: Map<number, Receipt[]>;
  private readonly found = new Map<Receipt, ReceiptFinding['is']>();
  private counting: Counting | null = null;
  private counted: Json = null;
  private recounted = 0;

  constructor(private readonly options: Options) {
    this.receipts = Map.groupBy(options.receipts ?? [], ({ entry }) => entry.index);
  }

  get canCount(): boolean {
    // What was called off is kept as it was, and comes to nothing.
    if (isCalledOff(this.checkpoint)) return false;
    return this.box !== null && (this.box.terms.hidden !== true || this.checkpoint?.final === true);
  }

  async read(line: string) {
    this.line++;
    if (line === '') return;
    const said = parsed(line);
    if (!said || (this.line === 1) !== (said.type === 'box'))
      return this.fault({ type: 'not-a-ledger', line: this.line });
    if (this.isEnded) return this.fault({ type: 'after-the-end', line: this.line });
    if (said.type === 'box') this.readBox(said);
    else if (!this.box || !this.key) return;
    else if (said.type === 'entry') await this.readEntry(this.box, said);
    else if (said.type === 'checkpoint') await this.readCheckpoint(this.box, said);
    else if (said.type === 'end') {
      this.isEnded = true;
      if (said.size !== this.frontier.size)
        this.fault({ type: 'checkpoint-size', size: Number(said.size), found: this.frontier.size });
    } else this.fault({ type: 'not-a-ledger', line: this.line });
  }

  async end() {
    await Promise.all(this.underway);
    for (const receipt of this.options.receipts ?? [])
      if (!this.key || !(await verifySignature(this.key, receipt.text, receipt.signature)))
        this.found.set(receipt, 'not-ours');
    if (!this.isEnded) this.fault({ type: 'cut-off' });
    const covered = this.checkpoint?.size ?? 0;
    if (covered < this.frontier.size)
      this.fault({ type: 'entries-without-checkpoint', size: this.frontier.size, covered });
    const { kept } = this.options;
    if (kept && kept.size > this.frontier.size)
      this.fault({ type: 'checkpoint-size', size: kept.size, found: this.frontier.size });
  }

  /** The second reading: what counts is known now. */
  count(line: string) {
    const said = parsed(line);
    if (said?.type !== 'entry' || !this.box) return;
    this.counting ??= this.options.counting(this.box.terms);
    const index = this.recounted++;
    if (this.isSuperseded(index)) return;
    const opened = said.opening as Opening | undefined;
    // Whoever keeps the ledger could otherwise leave out whom they like.
    if (this.box.terms.hidden === true && !opened) return this.fault({ type: 'opening', index });
    const choice = (opened ? opened.choice : (said.choice as Json)) ?? null;
    if (choice === null) return;
    if (this.counting.isValid(choice)) this.counting.add(choice);
    else this.fault({ type: 'choice-not-valid', index });
  }

  verification(): Verification {
    if (this.canCount && this.box) {
      this.counting ??= this.options.counting(this.box.terms);
      this.counted = this.counting.result();
      const published = this.checkpoint?.final ? this.checkpoint.result : null;
      if (published !== null && canonical(published) !== canonical(this.counted))
        this.fault({ type: 'result', published, counted: this.counted });
    }
    return {
      box: this.box,
      faultCount: this.faultCount,
      faults: this.faults.toSorted((a, b) => placeOf(a) - placeOf(b)),
      entries: this.frontier.size,
      voters: this.voters.size,
      checkpoints: this.checkpoints,
      checkpoint: this.checkpoint,
      counted: this.counted,
      receipts: (this.options.receipts ?? []).map((receipt) => ({ receipt, is: this.findingOf(receipt) })),
    };
  }

  private readBox({ format, id, terms, publicKey }: Record<string, unknown>) {
    const { publicKey: known } = this.options;
    try {
      if (format !== 'medvind-ledger/1' || typeof id !== 'string' || !isRecord(terms)) throw new Error();
      this.key = keyOf(String(publicKey));
      this.box = { id, terms: terms as LedgerBox['terms'], publicKey: String(publicKey) };
    } catch {
      return this.fault({ type: 'not-a-ledger', line: this.line });
    }
    if (known && known !== publicKey) this.fault({ type: 'other-key', publicKey: String(publicKey) });
  }

  private async readEntry(box: LedgerBox, said: Record<string, unknown>) {
    const entry = { box: box.id, choice: null, commitment: null, ...said } as unknown as LedgerEntry;
    const index = this.frontier.size;
    if (entry.index !== index) this.fault({ type: 'entry-missing', index, found: Number(entry.index) });
    const text = entryText(entry);
    await this.checkSignature(text, String(said.signature), { type: 'entry-signature', index });
    this.frontier.append(leafHash(text));
    this.noteTurn(entry, index);
    this.checkTime(box, entry, index);
    this.checkOpening(box, entry, said.opening as Opening | undefined, index);
    for (const receipt of this.receipts.get(Number(entry.index)) ?? [])
      this.found.set(receipt, receipt.text === text ? 'counted' : 'changed');
    this.checkKept();
  }

  private noteTurn({ voter, turn }: LedgerEntry, index: number) {
    const bytes = Buffer.from(String(voter), 'base64url');
    const former = bytes.length === 16 ? this.voters.next(bytes, turn, index) : 'out-of-turn';
    if (former === 'out-of-turn') this.fault({ type: 'entry-out-of-turn', index });
    // What is out of turn does not count either: nobody votes twice.
    const dropped = former === 'out-of-turn' ? index : former;
    if (dropped !== null) this.supersede(dropped);
  }

  private checkTime({ terms }: LedgerBox, { at }: LedgerEntry, index: number) {
    const { opensAt, closesAt } = terms;
    const moment = Date.parse(at);
    const isInTime =
      moment >= this.former - CLOCK_MS &&
      (typeof opensAt !== 'string' || at >= opensAt) &&
      (typeof closesAt !== 'string' || at < closesAt);
    if (!isInTime) this.fault({ type: 'entry-not-in-time', index });
    this.former = moment;
  }

  private checkOpening(
    { terms }: LedgerBox,
    { choice, commitment }: LedgerEntry,
    opening: Opening | undefined,
    index: number,
  ) {
    const isHidden = terms.hidden === true;
    const fits = opening ? commitment === commitmentTo(opening) : true;
    if (isHidden !== (commitment !== null) || (isHidden && choice !== null) || !fits)
      this.fault({ type: 'opening', index });
  }

  private async readCheckpoint(box: LedgerBox, said: Record<string, unknown>) {
    const { type: _, signature, ...rest } = said;
    const checkpoint = { result: null, ...rest } as unknown as Checkpoint;
    const { size } = checkpoint;
    this.checkpoints++;
    this.checkpoint = checkpoint;
    if (size !== this.frontier.size) this.fault({ type: 'checkpoint-size', size, found: this.frontier.size });
    else if (checkpoint.root !== this.frontier.root().toString('base64url'))
      this.fault({ type: 'checkpoint-root', size });
    await this.checkSignature(checkpointText(box.id, box.terms, checkpoint), String(signature), {
      type: 'checkpoint-signature',
      size,
    });
  }

  private checkKept() {
    const { kept } = this.options;
    if (kept?.size === this.frontier.size && this.frontier.root().toString('base64url') !== kept.root)
      this.fault({ type: 'checkpoint-root', size: kept.size });
  }

  private async checkSignature(text: string, signature: string, fault: LedgerFault) {
    // The oldest: to wait for any of them would hang a handler on each, for every ballot.
    if (this.underway.size >= MOST_UNDERWAY) await this.underway.values().next().value;
    const check: Promise<void> = verifySignature(this.key!, text, signature).then((isGood) => {
      this.underway.delete(check);
      if (!isGood) this.fault(fault);
    });
    this.underway.add(check);
  }

  private findingOf(receipt: Receipt): ReceiptFinding['is'] {
    const found = this.found.get(receipt) ?? 'missing';
    // What is damaged may name any box.
    if (found === 'not-ours') return found;
    if (receipt.entry.box !== this.box?.id) return 'other-box';
    if (found !== 'counted') return found;
    const { entry, opening } = receipt;
    if (opening && commitmentTo(opening) !== entry.commitment) return 'opening';
    if (this.isSuperseded(entry.index)) return 'replaced';
    if (entry.commitment !== null && !opening) return 'unopened';
    return (opening ? opening.choice : entry.choice) === null ? 'withdrawn' : 'counted';
  }

  private supersede(index: number) {
    const byte = index >> 3;
    if (byte >= this.superseded.length) {
      const larger = new Uint8Array(Math.max(byte + 1, this.superseded.length * 2));
      larger.set(this.superseded);
      this.superseded = larger;
    }
    this.superseded[byte]! |= 1 << (index & 7);
  }

  private isSuperseded(index: number): boolean {
    return ((this.superseded[index >> 3] ?? 0) & (1 << (index & 7))) !== 0;
  }

  private fault(fault: LedgerFault) {
    this.faultCount++;
    if (this.faults.length < FAULTS_TOLD) this.faults.push(fault);
  }
}

/** Signatures are checked beside the reading: their faults come when they come. */
const placeOf = (fault: LedgerFault): number =>
  'index' in fault ? fault.index : 'size' in fault ? fault.size : Infinity;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(line: string): Record<string, unknown> | null {
  try {
    const said: unknown = JSON.parse(line);
    return isRecord(said) ? said : null;
  } catch {
    return null;
  }
}
