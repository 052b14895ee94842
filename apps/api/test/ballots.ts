import { randomUUID } from 'node:crypto';
import { readReceipt, verifyLedger, type Verification } from '@medvind/ballot-ledger';
import type { Choice, Conditions, VotePaper } from '@medvind/vote-counting';
import { BallotBox } from '../src/ballots/ballot-box.entity.js';
import { countingOf } from '../src/ballots/ballot.counting.js';
import { BallotsService, type OwnBallot } from '../src/ballots/ballots.service.js';
import { CheckpointsService } from '../src/ballots/checkpoints.service.js';
import type { Municipality } from '../src/municipalities/municipality.entity.js';
import { Database } from '../src/platform/database/database.js';
import type { VoteDraftInput, VoteView } from '../src/votes/votes.dto.js';
import { VotesService } from '../src/votes/votes.service.js';
import type { PublishedPolicy } from './fixtures.js';
import { contextOf, someone, type Someone, type World } from './world.js';

export const FOR_AGAINST: VotePaper = {
  kind: 'for-against',
  method: 'plurality',
  options: ['for', 'against'],
};

/** An open box of a vote nobody has made, for what is about ballots alone. */
export async function aBox(
  world: World,
  municipality: Municipality,
  wishes: { paper?: VotePaper; conditions?: Conditions; hidden?: boolean; closesAt?: Date } = {},
): Promise<BallotBox> {
  const ctx = await contextOf(world, municipality);
  const [opensAt, closesAt] = [
    new Date(Date.now() - 60_000),
    wishes.closesAt ?? new Date(Date.now() + 3_600_000),
  ];
  const hidden = wishes.hidden ?? false;
  const { box } = await world.app.get(BallotsService).open(ctx, {
    subjectKind: 'vote',
    subjectId: randomUUID(),
    terms: {
      question: 'Skal der være bænke?',
      paper: (wishes.paper ?? FOR_AGAINST) as unknown as BallotBox['terms'],
      conditions: (wishes.conditions ?? { quorum: null, majority: 'most' }) as unknown as BallotBox['terms'],
      hidden,
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
    },
    hidden,
    opensAt,
    closesAt,
  });
  return box;
}

/** Casts a ballot as the person of that id, who need not be anybody. */
export async function cast(
  world: World,
  municipality: Municipality,
  { id }: BallotBox,
  personId: string,
  choice: Choice | null,
): Promise<OwnBallot> {
  const ctx = await contextOf(world, municipality);
  return world.app
    .get(Database)
    .transaction(ctx, (ctx) => world.app.get(BallotsService).cast(ctx, id, personId, choice));
}

/** The ledger as anyone downloads it. */
export async function ledgerOf(world: World, municipality: Municipality, boxId: string): Promise<string> {
  const { body, statusCode } = await world.app.inject({
    method: 'GET',
    url: `/api/municipalities/${municipality.slug}/ballots/${boxId}/ledger`,
  });
  if (statusCode !== 200) throw new Error(`${statusCode} ${body}`);
  return body;
}

/** What the verifier says of a downloaded ledger, and of these receipts. */
export const verified = (ledger: string, receipts: readonly string[] = []): Promise<Verification> =>
  verifyLedger(
    async function* () {
      yield* ledger.split('\n');
    },
    { counting: countingOf, receipts: receipts.map((receipt) => readReceipt(receipt)!) },
  );

/** A published vote under the policy's first goal, open unless it is to open later. */
export async function aVote(
  world: World,
  { municipality, goals }: PublishedPolicy,
  { by, draft, ...wishes }: Partial<VoteDraftInput> & { by?: Someone; draft?: boolean } = {},
): Promise<VoteView> {
  const ctx = await contextOf(world, municipality, by ?? (await someone(world, municipality, ['staff'])));
  const votes = world.app.get(VotesService);
  const made = await votes.draft(ctx, goals[0]!.id, {
    question: 'Hvor skal bænkene stå?',
    kind: 'choose',
    options: [{ title: 'Havnen' }, { title: 'Torvet' }, { title: 'Parken' }],
    most: 2,
    hidden: false,
    majority: 'most',
    opensAt: new Date(Date.now() - 60_000).toISOString(),
    closesAt: new Date(Date.now() + 3_600_000).toISOString(),
    ...wishes,
  });
  return draft ? made : votes.publish(ctx, made.id);
}

/** As if its time had come, and its job. */
export async function closeVote(world: World, { id, boxId }: VoteView) {
  await world.source.transaction(async (db) => {
    await db.query('SET LOCAL session_replication_role = replica');
    await db.query('UPDATE vote SET closes_at = now() WHERE id = $1', [id]);
    await db.query('UPDATE ballot_box SET closes_at = now() WHERE id = $1', [boxId]);
  });
  await world.app.get(CheckpointsService).close(boxId!);
}
