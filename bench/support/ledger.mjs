import fs from 'node:fs';
import { once } from 'node:events';
import {
  boxLine,
  checkpointLine,
  checkpointText,
  endLine,
  entryLine,
  entryText,
  Frontier,
  leafHash,
  LedgerKey,
} from '@medvind/ballot-ledger';
import { countingOf } from '../../apps/api/dist/ballots/ballot.counting.js';

const OPTIONS = ['o1', 'o2', 'o3', 'o4', 'o5'];
const EVERY = 4000;

/** Writes the ledger of a closed ranking with so many voters, as it would be downloaded. */
export async function writeLedger(file, ballots) {
  const key = new LedgerKey(Buffer.alloc(32, 7));
  const id = '01940000-0000-7000-8000-0000000000b0';
  const terms = {
    question: 'Which first?',
    paper: { kind: 'ranking', method: 'schulze', options: OPTIONS },
    conditions: { quorum: null, majority: 'most' },
    hidden: false,
    opensAt: '2026-01-01T00:00:00.000Z',
    closesAt: '2027-01-01T00:00:00.000Z',
  };
  const out = fs.createWriteStream(file);
  const write = async (text) => out.write(text) || (await once(out, 'drain'));
  const counting = countingOf(terms);
  const frontier = new Frontier();
  const began = Date.UTC(2026, 5, 1);
  await write(boxLine({ id, terms, publicKey: key.publicKey }));
  for (let index = 0; index < ballots; index++) {
    const from = index % OPTIONS.length;
    const choice = [...OPTIONS.slice(from), ...OPTIONS.slice(0, from)];
    const entry = {
      box: id,
      index,
      voter: key.pseudonym(id, String(index)),
      turn: 1,
      at: new Date(began + index).toISOString(),
      choice,
      commitment: null,
    };
    const text = entryText(entry);
    frontier.append(leafHash(text));
    counting.add(choice);
    await write(entryLine(entry, key.sign(text), null));
    const final = index + 1 === ballots;
    if ((index + 1) % EVERY !== 0 && !final) continue;
    const checkpoint = {
      size: frontier.size,
      root: frontier.root().toString('base64url'),
      at: new Date(began + index).toISOString(),
      final,
      result: final ? counting.result() : null,
    };
    await write(checkpointLine(checkpoint, key.sign(checkpointText(id, terms, checkpoint))));
  }
  out.end(endLine(ballots));
  await once(out, 'finish');
}
