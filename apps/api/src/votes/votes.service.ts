import { Injectable } from '@nestjs/common';
import type { Json } from '@medvind/ballot-ledger';
import type { Choice } from '@medvind/vote-counting';
import { isUUID } from 'class-validator';
import { BallotBoxClosed, BallotCast } from '../ballots/ballots.events.js';
import { BallotsService } from '../ballots/ballots.service.js';
import { CheckpointsService } from '../ballots/checkpoints.service.js';
import { StandingsService } from '../identity/standings.service.js';
import { InitiativesService } from '../initiatives/initiatives.service.js';
import { ProcessesService } from '../involvement/processes.service.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Database } from '../platform/database/database.js';
import { AT_ONCE, fewAtOnce } from '../platform/database/few-at-once.js';
import { conflict, invalidField, invalidInput, notFound, Problem } from '../platform/errors/problem.js';
import { Events } from '../platform/events/events.js';
import { allow } from '../platform/http/access.js';
import { RequestContext } from '../platform/http/context.js';
import { decodeCursor, limitOf, pageOf } from '../platform/http/paging.js';
import { together } from '../platform/http/together.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { Realtime } from '../platform/realtime/realtime.js';
import { PoliciesService } from '../policies/policies.service.js';
import { today } from '../policies/policy.rules.js';
import { RESIDENTS, Vote } from './vote.entity.js';
import {
  conditionsOf,
  getVoteFaults,
  getVotingBlockers,
  methodOf,
  paperOf,
  stateAt,
  withKeys,
} from './vote.rules.js';
import { can } from './votes.access.js';
import {
  mapVote,
  mapVoteSummary,
  type GoalVotePage,
  type VoteDraftInput,
  type VotePage,
  type VoteQuery,
  type VoteRow,
  type VoteView,
} from './votes.dto.js';
import { VoteCalledOff, VoteChanged, VoteClosed, VoteOpened, VotePublished } from './votes.events.js';
import { listedVotes, voteById } from './votes.repository.js';

const OPEN = 'open-vote';

@Injectable()
export class VotesService {
  private readonly inTurn = fewAtOnce(AT_ONCE);
  private readonly counted = together<Awaited<ReturnType<CheckpointsService['resultOf']>>>();

  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly ballots: BallotsService,
    private readonly checkpoints: CheckpointsService,
    private readonly policies: PoliciesService,
    private readonly initiatives: InitiativesService,
    private readonly processes: ProcessesService,
    private readonly standings: StandingsService,
    private readonly jobs: Jobs,
    realtime: Realtime,
  ) {
    events.after(VoteChanged, (_, { voteId, revision }) => realtime.changed('vote', voteId, revision));
    // Of a hidden vote nobody hears when somebody votes.
    events.after(BallotCast, (_, { box }) => {
      if (box.subjectKind === 'vote' && !box.hidden) realtime.changed('vote', box.subjectId, box.size);
    });
    // In the closing's own transaction: what is told of it is told before its job is done.
    events.within(BallotBoxClosed, async (ctx, { box }) => {
      if (box.subjectKind !== 'vote') return;
      await events.publish(ctx, new VoteChanged(box.subjectId, -1));
      const vote = await ctx.db.getRepository(Vote).findOneBy({ id: box.subjectId });
      if (vote && !box.calledOff) await events.publish(ctx, new VoteClosed(vote));
    });
    jobs.handle(OPEN, (payload) => this.open((payload as { voteId: string }).voteId));
    realtime.admit('vote', () => true);
  }

  async list(ctx: RequestContext, query: VoteQuery): Promise<VotePage> {
    if (query.state === 'draft') allow(ctx, can.make(ctx));
    const limit = limitOf(query);
    const rows = await listedVotes(ctx, { ...query, after: placeOf(query), limit: limit + 1 });
    const now = new Date();
    return pageOf(
      rows,
      limit,
      ({ part, id }) => [part, id],
      (row) => mapVoteSummary(row, now),
    );
  }

  async ofGoal(ctx: RequestContext, goalId: string, query: VoteQuery): Promise<GoalVotePage> {
    await this.policies.requireGoal(ctx, goalId);
    return { ...(await this.list(ctx, { ...query, goalId })), can: { make: can.make(ctx) } };
  }

  async show(ctx: RequestContext, voteId: string): Promise<VoteView> {
    const row = await this.find(ctx, voteId);
    const now = new Date();
    const box = row.publishedAt && (await this.ballots.of(ctx, 'vote', voteId));
    if (!box)
      return mapVote(ctx, row, { boxId: null, result: null, final: false, mine: null, gaps: [] }, now);
    const mine =
      ctx.person && ctx.has('resident') ? await this.ballots.ownBallot(ctx, box, ctx.person.id) : null;
    // Nothing is said before there is a ballot, and of a closed vote only what was published.
    const state = stateAt(row, now);
    const isCounted = state === 'open' || (state === 'closed' && box.closedAt !== null);
    const result = isCounted ? await this.resultOf(ctx, box.id) : null;
    const gaps = ctx.person && !box.closedAt ? await this.standings.gaps(ctx, row.voter, today(now)) : [];
    return mapVote(ctx, row, { boxId: box.id, result, final: box.closedAt !== null, mine, gaps }, now);
  }

  /** Its ballots are kept in the ledger, under a last checkpoint; nothing is counted, and what is sealed stays sealed. */
  async callOff(ctx: RequestContext, voteId: string, reason: string): Promise<VoteView> {
    allow(ctx, can.make(ctx));
    await this.locked(ctx, voteId, async (ctx, vote) => {
      const now = new Date();
      if (!can.callOff(ctx, vote, now)) throw conflict('already-decided');
      const change = { calledOffAt: now, calledOffReason: reason, revision: vote.revision + 1 };
      await ctx.db.getRepository(Vote).update({ id: voteId }, change);
      await this.checkpoints.end(ctx, 'vote', voteId, { calledOff: true });
      await this.events.publish(ctx, new VoteCalledOff({ ...vote, ...change }));
      await this.events.publish(ctx, new VoteChanged(voteId, change.revision));
    });
    return this.show(ctx, voteId);
  }

  async draft(ctx: RequestContext, goalId: string, input: VoteDraftInput): Promise<VoteView> {
    allow(ctx, can.make(ctx));
    await this.policies.requireGoal(ctx, goalId);
    const votes = ctx.db.getRepository(Vote);
    const row = { ...(await this.said(ctx, input)), municipalityId: ctx.here, goalId, authorId: ctx.me.id };
    const { id } = await votes.save(votes.create(row));
    return this.show(ctx, id);
  }

  async edit(ctx: RequestContext, voteId: string, input: VoteDraftInput): Promise<VoteView> {
    allow(ctx, can.make(ctx));
    const said = await this.said(ctx, input);
    await this.locked(ctx, voteId, async (ctx, vote) => {
      if (!can.edit(ctx, vote)) throw conflict('already-published');
      await ctx.db.getRepository(Vote).update({ id: voteId }, { ...said, revision: vote.revision + 1 });
    });
    return this.show(ctx, voteId);
  }

  async remove(ctx: RequestContext, voteId: string): Promise<void> {
    allow(ctx, can.make(ctx));
    await this.locked(ctx, voteId, async (ctx, vote) => {
      if (!can.edit(ctx, vote)) throw conflict('already-published');
      await ctx.db.getRepository(Vote).delete({ id: voteId });
    });
  }

  /** From here on it asks what it asks: its terms are bound into every checkpoint of its ledger. */
  async publish(ctx: RequestContext, voteId: string): Promise<VoteView> {
    allow(ctx, can.make(ctx));
    await this.locked(ctx, voteId, async (ctx, vote) => {
      if (!can.edit(ctx, vote)) throw conflict('already-published');
      const faults = getVoteFaults(vote, new Date());
      if (faults.length) throw invalidInput(faults);
      const { box } = await this.ballots.open(ctx, {
        subjectKind: 'vote',
        subjectId: vote.id,
        terms: termsOf(ctx, vote),
        hidden: vote.hidden,
        opensAt: vote.opensAt,
        closesAt: vote.closesAt,
      });
      await this.checkpoints.closeAt(ctx, box);
      const published = { publishedAt: new Date(), revision: vote.revision + 1 };
      await ctx.db.getRepository(Vote).update({ id: voteId }, published);
      await this.events.publish(ctx, new VotePublished({ ...vote, ...published }));
      await this.jobs.add(ctx, OPEN, { voteId }, { runAt: vote.opensAt, key: `${OPEN}:${voteId}` });
      await this.events.publish(ctx, new VoteChanged(voteId, published.revision));
    });
    return this.show(ctx, voteId);
  }

  /** The job at the moment it opens: from then on people are told. It may come late, or twice. */
  private async open(voteId: string) {
    const { manager } = this.database.source;
    const vote = await manager.getRepository(Vote).findOneBy({ id: voteId });
    if (!vote || stateAt(vote, new Date()) !== 'open') return;
    const municipality = await manager
      .getRepository(Municipality)
      .findOneByOrFail({ id: vote.municipalityId });
    const ctx = new RequestContext(manager, municipality, null, new Set(), municipality.language);
    await this.database.transaction(ctx, async (ctx) => {
      await this.events.publish(ctx, new VoteOpened(vote));
      await this.events.publish(ctx, new VoteChanged(voteId, vote.revision));
    });
  }

  /** It counts from its commit on; cast again it changes what there is. */
  cast(ctx: RequestContext, voteId: string, choice: Choice): Promise<VoteView> {
    return this.say(ctx, voteId, choice);
  }

  withdraw(ctx: RequestContext, voteId: string): Promise<VoteView> {
    return this.say(ctx, voteId, null);
  }

  /** Whoever asks at the same moment is told together; what is not committed yet is one's own. */
  private resultOf(ctx: RequestContext, boxId: string) {
    if (ctx.transactional) return this.checkpoints.resultOf(ctx.db, boxId);
    return this.counted(boxId, () => this.checkpoints.resultOf(this.database.source.manager, boxId));
  }

  private async say(ctx: RequestContext, voteId: string, choice: Choice | null): Promise<VoteView> {
    const vote = await this.find(ctx, voteId);
    allow(ctx, ctx.has('resident'));
    const now = new Date();
    // Whoever is no voter any more can still take back what they said.
    const gaps = choice === null ? [] : await this.standings.gaps(ctx, vote.voter, today(now));
    const reasons = getVotingBlockers(vote, now, gaps);
    if (reasons[0]) throw new Problem(409, reasons[0].type, { reasons });
    const { me } = ctx;
    await this.inTurn(voteId, () =>
      this.database.transaction(ctx, async (ctx) => {
        const box = await this.ballots.lockedOf(ctx, 'vote', voteId);
        if (!box) throw notFound();
        await this.ballots.castIn(ctx, box, me.id, choice);
      }),
    );
    return this.show(ctx, voteId);
  }

  /** What a draft holds. What it is about must be here, and everyone's to read. */
  private async said(ctx: RequestContext, input: VoteDraftInput): Promise<Partial<Vote>> {
    const { initiativeId = null, processId = null, kind } = input;
    if (initiativeId) await this.initiatives.find(ctx, initiativeId);
    if (processId) await this.processes.show(ctx, processId);
    const vote = {
      question: input.question,
      text: input.text ?? '',
      language: input.language ?? ctx.language,
      kind,
      method: input.method ?? methodOf(kind),
      options: kind === 'for-against' ? [] : withKeys(input.options),
      most: input.most ?? null,
      hidden: input.hidden,
      quorum: input.quorum ?? null,
      majority: input.majority,
      voter: input.voter ?? RESIDENTS,
      opensAt: new Date(input.opensAt),
      closesAt: new Date(input.closesAt),
      initiativeId,
      processId,
    };
    const faults = getVoteFaults(vote, new Date());
    if (faults.length) throw invalidInput(faults);
    return vote;
  }

  /** @throws 404 */
  private async find(ctx: RequestContext, voteId: string): Promise<VoteRow> {
    const row = await voteById(ctx, voteId);
    if (!row || !can.read(ctx, row)) throw notFound();
    return row;
  }

  private locked(
    ctx: RequestContext,
    voteId: string,
    work: (ctx: RequestContext, vote: Vote) => Promise<void>,
  ): Promise<void> {
    return this.database.transaction(ctx, async (ctx) => {
      const vote = await ctx.db.getRepository(Vote).findOne({
        where: { id: voteId, municipalityId: ctx.here },
        lock: { mode: 'pessimistic_write' },
      });
      if (!vote || !can.read(ctx, vote)) throw notFound();
      await work(ctx, vote);
    });
  }
}

/** Where a page of the list begins. @throws 422 */
function placeOf({ after }: VoteQuery): { part: number; id: string } | null {
  const [part = '', id] = decodeCursor(after, 2) ?? [];
  if (id === undefined) return null;
  if (!/^[0-2]$/.test(part) || !isUUID(id)) throw invalidField('after', 'invalid');
  return { part: Number(part), id };
}

const termsOf = (ctx: RequestContext, vote: Vote): { readonly [key: string]: Json } => ({
  subject: { kind: 'vote', id: vote.id, municipality: ctx.municipality?.slug ?? '' },
  question: vote.question,
  options: vote.options.map(({ key, title }) => ({ key, title })),
  paper: { ...paperOf(vote) } as unknown as Json,
  conditions: { ...conditionsOf(vote) },
  voters: { ...vote.voter },
  hidden: vote.hidden,
  opensAt: vote.opensAt.toISOString(),
  closesAt: vote.closesAt.toISOString(),
});
