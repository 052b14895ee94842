import fs from 'node:fs';
import {
  isCalledOff,
  linesOf,
  readReceipts,
  unquoted,
  verifyLedger,
  type LedgerFault,
  type Verification,
} from '@medvind/ballot-ledger';
import type { Checkpoint, Receipt, ReceiptFinding } from '@medvind/ballot-ledger';
import { countingOf, type PublishedResult } from './ballot.counting.js';

interface Asked {
  /** Receipts, or files with them. */
  receipts?: readonly string[];
  /** The key one knows to be the municipality's. */
  publicKey?: string | undefined;
  /** A file with a checkpoint kept from before. */
  checkpoint?: string | undefined;
}

export interface Verdict {
  isGood: boolean;
  /** What was checked and what was found, in words. */
  said: string[];
}

/**
 * Checks a downloaded ledger without anything but the file.
 * @throws Error where a file cannot be read or a receipt is none
 */
export async function verifyBallots(file: string, asked: Asked = {}): Promise<Verdict> {
  if (!fs.existsSync(file)) throw new Error(`${file} cannot be read: there is no such file`);
  const began = performance.now();
  const found = await verifyLedger(() => linesOf(fs.createReadStream(file, { highWaterMark: 1 << 20 })), {
    counting: countingOf,
    receipts: (asked.receipts ?? []).flatMap(receiptsIn),
    publicKey: asked.publicKey,
    kept: asked.checkpoint ? keptIn(asked.checkpoint) : undefined,
  });
  const seconds = Math.max((performance.now() - began) / 1000, 0.001);
  const isGood = found.faultCount === 0 && found.receipts.every(({ is }) => IN_ORDER.has(is));
  return {
    isGood,
    said: [
      ...tell(found, seconds),
      ...(asked.publicKey ? [] : tellKey(found)),
      verdictOf(found, isGood, asked),
    ],
  };
}

function receiptsIn(given: string): Receipt[] {
  const text = fs.existsSync(given) ? fs.readFileSync(given, 'utf8') : given;
  const receipts = readReceipts(text);
  // One that was cut short is not passed over in silence.
  const begun = unquoted(text).match(/medvind1\s*\.\s*[\w-]{8}/gi)?.length ?? 0;
  if (receipts.length < Math.max(begun, 1))
    throw new Error(`this is no receipt: ${text.trim().slice(0, 60)}`);
  return receipts;
}

function keptIn(file: string): Pick<Checkpoint, 'size' | 'root'> {
  const { size, root } = JSON.parse(fs.readFileSync(file, 'utf8')) as Partial<Checkpoint>;
  if (typeof size !== 'number' || typeof root !== 'string') throw new Error(`${file} holds no checkpoint`);
  return { size, root };
}

/** What a receipt can be without anything being wrong with it or the ledger. */
const IN_ORDER = new Set<ReceiptFinding['is']>(['counted', 'replaced', 'withdrawn']);

function verdictOf({ faultCount, receipts }: Verification, isGood: boolean, { publicKey }: Asked): string {
  const others = receipts.filter(({ is }) => !IN_ORDER.has(is));
  const areAll = (...kinds: ReceiptFinding['is'][]) =>
    faultCount === 0 && others.every(({ is }) => kinds.includes(is));
  if (!isGood) {
    // Nothing is wrong with a ledger that was asked about another's receipt, or about one that lacks its last part.
    if (areAll('other-box')) return 'The ledger is in order, but not every receipt belongs to it.';
    if (areAll('unopened')) return 'The ledger is in order, but not every receipt is whole.';
    if (areAll('other-box', 'unopened', 'opening', 'not-ours'))
      return 'The ledger is in order, but not every receipt is.';
    return 'This ledger is NOT in order.';
  }
  return publicKey ? 'All of it is in order.' : 'All of it is in order, if that key is the municipality’s.';
}

/** Whoever rewrote the file could have put a key of their own into it. */
function tellKey({ box }: Verification): string[] {
  if (!box) return [];
  const { municipality } = (box.terms.subject ?? {}) as { municipality?: string };
  return [
    `the key is the file's own: compare it with the one the municipality publishes at …/${municipality ?? '<municipality>'}/check on its site, and name that with --key`,
  ];
}

const some = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

function tell(found: Verification, seconds: number): string[] {
  const { box, entries, voters, checkpoints, checkpoint } = found;
  if (!box) return ['This is no ledger of ballots.'];
  const perSecond = Math.round(entries / seconds).toLocaleString('en');
  return [
    `Ballot box ${box.id}, signed with the key ${box.publicKey}`,
    ...(typeof box.terms.question === 'string' ? [`question: ${box.terms.question}`] : []),
    ...(found.faultCount > 0 ? [`NOT in order: ${some(found.faultCount, 'fault')}, told below`] : []),
    `${some(entries, 'entry', 'entries')} by ${some(voters, 'voter')}; ${found.faultCount > 0 ? 'looked at were' : 'in order are'} every signature, the order, the times and each voter's turns`,
    `${some(checkpoints, 'checkpoint')}; the tree was built anew and compared with each`,
    checkpoint
      ? `last checkpoint: ${some(checkpoint.size, 'entry', 'entries')} at ${checkpoint.at}${checkpoint.final ? ', the box is closed' : ', the box is open'}; root ${checkpoint.root}`
      : 'there is no checkpoint yet',
    ...tellResult(found),
    ...found.receipts.map((receipt) => tellReceipt(receipt, isCalledOff(checkpoint))),
    `${seconds.toFixed(1)} s, ${perSecond} ballots a second`,
    ...tellFaults(found),
  ];
}

/** What a missing entry brings with it: everything behind it stands in another's place. */
const FOLLOWING = new Set<LedgerFault['type']>([
  'entry-missing',
  'entry-out-of-turn',
  'checkpoint-size',
  'checkpoint-root',
  'entries-without-checkpoint',
]);

/** The first break is told, and what may all come of it is counted; what stands for itself is told always. */
function tellFaults({ faults, faultCount }: Verification): string[] {
  const at = faults.findIndex(({ type }) => type === 'entry-missing' || type === 'checkpoint-root');
  const told = at < 0 ? faults : faults.filter(({ type }, index) => index <= at || !FOLLOWING.has(type));
  const rest = faultCount - told.length;
  return [
    ...told.map((fault) => `FAULT: ${tellFault(fault)}`),
    ...(rest > 0
      ? [
          at < 0
            ? `… and ${some(rest, 'fault')} more`
            : `… and ${some(rest, 'fault')} more, which may all come of the first break: what stands behind it cannot be judged by itself`,
        ]
      : []),
  ];
}

function tellResult({ box, counted, checkpoint }: Verification): string[] {
  if (isCalledOff(checkpoint)) return ['The vote was called off: its ballots are kept, and none is counted'];
  if (counted === null) return ['What the ballots say is hidden until the box is closed'];
  const { result, outcome } = counted as unknown as PublishedResult;
  const options = (box?.terms.options ?? []) as readonly { key: string; title: string }[];
  const titles = new Map(options.map(({ key, title }) => [key, `${title} (${key})`]));
  const titleOf = (key: string) => titles.get(key) ?? key;
  return [
    `counted by ${result.method}: ${some(result.ballots, 'ballot')}, ${result.blank} blank`,
    ...result.standings.map(
      ({ rank, tied, option, value }) => `  ${rank}${tied ? ' (tied)' : ''}. ${titleOf(option)}: ${value}`,
    ),
    `outcome: ${outcome.kind}${outcome.winners.length ? ` (${outcome.winners.map(titleOf).join(', ')})` : ''}${checkpoint?.final ? '; the published result is the same' : '; not closed yet'}`,
  ];
}

const RECEIPTS: Record<ReceiptFinding['is'], string> = {
  counted: 'is in the ledger unchanged, and it is the one that counts',
  replaced: 'is in the ledger unchanged; its voter said something else or took it back later, and that holds',
  withdrawn: 'is in the ledger unchanged: it takes the vote back, and nothing is counted',
  unopened:
    'is in the ledger and counts, but its last part is missing: what it says of its choice cannot be compared',
  changed: 'is NOT in the ledger: something else stands in its place',
  missing: 'is NOT in the ledger: it ends before its place',
  'other-box': 'belongs to another ballot box',
  'not-ours': 'was NOT signed with the key of this ledger: it is damaged, or of another ledger',
  opening: 'is in the ledger, but what it says of its choice is not what was committed to',
};

const tellReceipt = ({ receipt, is }: ReceiptFinding, calledOff: boolean): string =>
  `receipt of entry ${receipt.entry.index} ${calledOff && is === 'counted' ? KEPT : RECEIPTS[is]}`;

const KEPT = 'is in the ledger unchanged; the vote was called off, and nothing is counted';

function tellFault(fault: LedgerFault): string {
  switch (fault.type) {
    case 'not-a-ledger':
      return `line ${fault.line} is none of a ledger's`;
    case 'other-key':
      return `the ledger is signed with another key than the one you named: ${fault.publicKey}`;
    case 'entry-missing':
      return `in place of entry ${fault.index} stands entry ${fault.found}: entries are missing, added or moved`;
    case 'entry-signature':
      return `entry ${fault.index} is not what was signed: it was changed, or added by somebody without the key`;
    case 'entry-out-of-turn':
      return `entry ${fault.index} does not follow its voter's last one`;
    case 'entry-not-in-time':
      return `entry ${fault.index} was not cast in its time`;
    case 'choice-not-valid':
      return `entry ${fault.index} says what the rules of the vote do not allow`;
    case 'opening':
      return `entry ${fault.index} is not opened by what it was hidden with`;
    case 'checkpoint-size':
      return `a checkpoint covers ${some(fault.size, 'entry', 'entries')} where there are ${fault.found}`;
    case 'checkpoint-root':
      return `the first ${some(fault.size, 'entry is not what', 'entries are not those')} the checkpoint was signed over`;
    case 'checkpoint-signature':
      return `the checkpoint over ${some(fault.size, 'entry', 'entries')} was not signed with the key`;
    case 'entries-without-checkpoint':
      return `${some(fault.size - fault.covered, 'entry stands', 'entries stand')} behind the last checkpoint`;
    case 'after-the-end':
      return `line ${fault.line} stands behind the end`;
    case 'cut-off':
      return 'the file was cut off';
    case 'result':
      return `the published result is not what the ballots come to: ${JSON.stringify(fault.published)}`;
  }
}
