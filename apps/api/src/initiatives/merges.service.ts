import { Injectable } from '@nestjs/common';
import { violates } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { conflict, invalidField, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { CoProposer } from './co-proposer.entity.js';
import { InitiativeMerge } from './initiative-merge.entity.js';
import { Initiative } from './initiative.entity.js';
import { isOpen, isOver } from './initiative.rules.js';
import { MergeAnswered, MergeAsked, type MergeAnswer } from './initiatives.events.js';
import { can, isProposer } from './initiatives.access.js';
import { InitiativesService } from './initiatives.service.js';
import { ANSWERED_STATES } from './life.rules.js';
import { LivesService } from './lives.service.js';
import type { Scheme } from './scheme.rules.js';
import type { Stance } from './support.entity.js';
import type { InitiativeMergeInput, MergeList, MergePart, MergeView } from './merges.dto.js';
import { SupportBallots } from './support-ballots.js';

interface Both {
  merge: InitiativeMerge;
  from: Initiative;
  into: Initiative;
}

type Named = Initiative & { proposers: string[]; ballot: Scheme['ballot'] | null };

/** Those taken along are told to the ledger so many at a time. */
const BATCH = 5000;

/**
 * Two initiatives that want the same. The one points at the other from then on; both texts, both authors and all that
 * was said stay where they are, and everyone who supports either counts once.
 */
@Injectable()
export class MergesService {
  constructor(
    private readonly events: Events,
    private readonly initiatives: InitiativesService,
    private readonly lives: LivesService,
    private readonly ballots: SupportBallots,
  ) {}

  async list(ctx: RequestContext, initiativeId: string): Promise<MergeList> {
    const initiative = await this.initiatives.find(ctx, initiativeId);
    const merges = await ctx.db
      .getRepository(InitiativeMerge)
      .createQueryBuilder('merge')
      .where('(merge.fromId = :id OR merge.intoId = :id) AND merge.endedAt IS NULL', { id: initiativeId })
      .orderBy('merge.id', 'ASC')
      .getMany();
    const parts = new Map(
      (
        await this.named(
          ctx,
          merges.flatMap(({ fromId, intoId }) => [fromId, intoId]),
        )
      ).map((part) => [part.id, part]),
    );
    const items = merges.flatMap((merge) => {
      const [from, into] = [parts.get(merge.fromId), parts.get(merge.intoId)];
      if (!from || !into) return [];
      // Until both agree it is theirs and the municipality's to know.
      if (!merge.mergedAt && !can.answer(ctx) && !isProposer(ctx, from) && !isProposer(ctx, into)) return [];
      return [this.view(ctx, { merge, from, into })];
    });
    const propose =
      can.answer(ctx) && isMergeable(initiative) && !merges.some((m) => m.fromId === initiativeId);
    return { items, can: { propose } };
  }

  async propose(
    ctx: RequestContext,
    initiativeId: string,
    { into, reason }: InitiativeMergeInput,
  ): Promise<MergeList> {
    allow(ctx, can.answer(ctx));
    const from = await this.initiatives.find(ctx, initiativeId);
    const number = Number(/^f-?(\d{1,9})$/i.exec(into)?.[1] ?? NaN);
    const target = Number.isNaN(number)
      ? null
      : await ctx.db.getRepository(Initiative).findOneBy({ number, municipalityId: ctx.here });
    if (!target || !can.read(ctx, target) || target.id === from.id) throw invalidField('into', 'unknown');
    if (!isMergeable(from) || !isMergeable(target)) throw conflict('not-mergeable');
    const now = new Date();
    try {
      await ctx.db.getRepository(InitiativeMerge).insert({
        fromId: from.id,
        intoId: target.id,
        reason,
        proposedById: ctx.me.id,
        // Who has no account any more cannot be asked.
        fromAgreedAt: from.proposerId === null ? now : null,
        intoAgreedAt: target.proposerId === null ? now : null,
      });
    } catch (error) {
      if (violates(error, 'initiative_merge_once')) throw conflict('not-mergeable');
      throw error;
    }
    await this.events.publish(ctx, new MergeAsked(from, target, reason));
    return this.list(ctx, from.id);
  }

  /** By one of the proposers; with the second it is done. */
  async agree(ctx: RequestContext, mergeId: string): Promise<MergeView> {
    allow(ctx, can.participate(ctx));
    return this.settled(ctx, mergeId, async (ctx, both) => {
      const { merge, from, into } = both;
      allow(ctx, isProposer(ctx, from) || isProposer(ctx, into));
      if (merge.mergedAt) throw conflict('already-decided');
      if (!isMergeable(from) || !isMergeable(into)) throw conflict('not-mergeable');
      const now = new Date();
      if (isProposer(ctx, from)) merge.fromAgreedAt ??= now;
      if (isProposer(ctx, into)) merge.intoAgreedAt ??= now;
      if (merge.fromAgreedAt && merge.intoAgreedAt) {
        merge.mergedAt = now;
        await this.carry(ctx, both);
      }
      await ctx.db.getRepository(InitiativeMerge).save(merge);
      return merge.mergedAt ? 'merge' : 'agree';
    });
  }

  /** By a proposer, or by staff who think better of it. */
  async decline(ctx: RequestContext, mergeId: string): Promise<MergeView> {
    allow(ctx, can.participate(ctx));
    return this.settled(ctx, mergeId, async (ctx, { merge, from, into }) => {
      allow(ctx, can.answer(ctx) || isProposer(ctx, from) || isProposer(ctx, into));
      if (merge.mergedAt) throw conflict('already-decided');
      Object.assign(merge, { endedAt: new Date(), endedById: ctx.me.id });
      await ctx.db.getRepository(InitiativeMerge).save(merge);
      return isProposer(ctx, from) || isProposer(ctx, into) ? 'decline' : 'take-back';
    });
  }

  /** As long as nothing was decided: everyone's support is again where they gave it. */
  async undo(ctx: RequestContext, mergeId: string): Promise<MergeView> {
    allow(ctx, can.answer(ctx));
    return this.settled(ctx, mergeId, async (ctx, both) => {
      const { merge, from, into } = both;
      if (!merge.mergedAt) throw conflict('conflict');
      if (!isUndoable(both)) throw conflict('merge-not-undoable');
      await this.takeBack(ctx, both);
      Object.assign(merge, { endedAt: new Date(), endedById: ctx.me.id });
      await ctx.db.getRepository(InitiativeMerge).save(merge);
      await this.initiatives.change(ctx, from, { mergedIntoId: null });
      await this.lives.plan(ctx, from);
      await this.initiatives.change(ctx, into, {});
      return 'undo';
    });
  }

  private async carry(ctx: RequestContext, { merge, from, into }: Both) {
    // Before anything is added: what was given before there was a ledger is in it first.
    const box = await this.ballots.ledgerOf(ctx, into);
    const { ballot } = await this.lives.schemeOf(ctx, into);
    const people = await ctx.db.query<{ id: string; stance: Stance }[]>(
      `WITH added AS (
         INSERT INTO support (initiative_id, person_id, stance, district_id)
         SELECT $2, person_id, stance, district_id FROM support
         WHERE initiative_id = $1 AND person_id IS DISTINCT FROM $4 AND (stance = 'for' OR $5)
         ON CONFLICT DO NOTHING RETURNING person_id, stance
       ), carried AS (
         INSERT INTO merged_support (merge_id, person_id) SELECT $3, person_id FROM added
       )
       SELECT person_id AS id, stance FROM added`,
      [from.id, into.id, merge.id, into.proposerId, ballot === 'for-against-blank'],
    );
    const papers = await ctx.db.query<{ id: string }[]>(
      `INSERT INTO paper_support (initiative_id, merge_id, sheet, line, name, identity, namesake, signed_on, keyed_by_id)
       SELECT $2, $3, $4 || ' ' || paper.sheet, paper.line, paper.name, paper.identity,
         paper.namesake, paper.signed_on, paper.keyed_by_id
       FROM paper_support AS paper WHERE paper.initiative_id = $1 AND paper.withdrawn_at IS NULL
       ON CONFLICT DO NOTHING RETURNING id`,
      [from.id, into.id, merge.id, `F-${from.number}`],
    );
    const signed = papers.map(({ id }) => ({ id, stance: 'for' as const }));
    const said = Map.groupBy([...people, ...signed], ({ stance }) => stance);
    for (const [stance, those] of said)
      for (let start = 0; start < those.length; start += BATCH)
        await this.ballots.carry(
          ctx,
          box,
          those.slice(start, start + BATCH).map(({ id }) => id),
          stance,
        );
    await ctx.db.query(
      `INSERT INTO co_proposer (initiative_id, person_id, merge_id)
       SELECT $2, behind.person_id, $3 FROM (
         SELECT proposer_id AS person_id FROM initiative WHERE id = $1 AND proposer_id IS NOT NULL
         UNION SELECT person_id FROM co_proposer WHERE initiative_id = $1
       ) AS behind WHERE behind.person_id IS DISTINCT FROM $4 ON CONFLICT DO NOTHING`,
      [from.id, into.id, merge.id, into.proposerId],
    );
    await this.initiatives.change(ctx, from, { mergedIntoId: into.id });
    into.supportCount += said.get('for')?.length ?? 0;
    await this.initiatives.change(ctx, into, {});
    await this.lives.supported(ctx, into);
  }

  private async takeBack(ctx: RequestContext, { merge, from, into }: Both) {
    const box = await this.ballots.ledgerOf(ctx, into);
    const [people] = await ctx.db.query<[{ id: string }[], number]>(
      `DELETE FROM support USING merged_support AS carried
       WHERE carried.merge_id = $1 AND support.initiative_id = $2 AND support.person_id = carried.person_id
       RETURNING support.person_id AS id`,
      [merge.id, into.id],
    );
    const [papers] = await ctx.db.query<[{ id: string }[], number]>(
      `UPDATE paper_support SET withdrawn_at = now(), withdrawn_by_id = $3, withdrawn_reason = $4
       WHERE merge_id = $1 AND initiative_id = $2 AND withdrawn_at IS NULL RETURNING id`,
      [merge.id, into.id, ctx.me.id, `F-${from.number}`],
    );
    const ids = [...people, ...papers].map(({ id }) => id);
    for (let start = 0; start < ids.length; start += BATCH)
      await this.ballots.carry(ctx, box, ids.slice(start, start + BATCH), null);
    await ctx.db.getRepository(CoProposer).delete({ initiativeId: into.id, mergeId: merge.id });
  }

  /** Does the work with both under their locks, always in the same order, tells those it concerns and shows it. */
  private async settled(
    ctx: RequestContext,
    mergeId: string,
    work: (ctx: RequestContext, both: Both) => Promise<MergeAnswer>,
  ): Promise<MergeView> {
    const known = await ctx.db.getRepository(InitiativeMerge).findOneBy({ id: mergeId });
    if (!known) throw notFound();
    const [first, second] = [known.fromId, known.intoId].toSorted() as [string, string];
    return this.initiatives.locked(ctx, first, (ctx, one) =>
      this.initiatives.locked(ctx, second, async (ctx, other) => {
        const merge = await ctx.db.getRepository(InitiativeMerge).findOneByOrFail({ id: mergeId });
        if (merge.endedAt) throw conflict('already-decided');
        const [from, into] = one.id === merge.fromId ? [one, other] : [other, one];
        const answer = await work(ctx, { merge, from, into });
        const named = await this.named(ctx, [from.id, into.id]);
        const part = (id: string) => named.find((known) => known.id === id)!;
        const both = { from: part(from.id), into: part(into.id) };
        await this.events.publish(
          ctx,
          new MergeAnswered(from, into, merge.proposedById, answer, leavesVotes(both)),
        );
        return this.view(ctx, { merge, ...both });
      }),
    );
  }

  private named(ctx: RequestContext, ids: string[]): Promise<Named[]> {
    return ids.length === 0
      ? Promise.resolve([])
      : ctx.db.query<Named[]>(
          `SELECT initiative.id, initiative.number::int AS number, initiative.title, initiative.language,
             initiative.status, initiative.deadline, initiative.paper_until AS "paperUntil", initiative.proposer_id AS "proposerId", initiative.hidden_at AS "hiddenAt",
             initiative.merged_into_id AS "mergedIntoId", rule.scheme->>'ballot' AS ballot,
             ARRAY(SELECT person.name FROM (
               SELECT initiative.proposer_id AS person_id, NULL::timestamptz AS since
               UNION ALL SELECT person_id, created_at FROM co_proposer
                 WHERE initiative_id = initiative.id AND merge_id IS NULL
             ) AS behind JOIN person ON person.id = behind.person_id
             ORDER BY behind.since NULLS FIRST, person.id) AS proposers
           FROM initiative LEFT JOIN initiative_rule AS rule ON rule.id = initiative.rule_id
           WHERE initiative.municipality_id = $1 AND initiative.id = ANY($2)`,
          [ctx.here, ids],
        );
  }

  private view(
    ctx: RequestContext,
    { merge, from, into }: { merge: InitiativeMerge; from: Named; into: Named },
  ): MergeView {
    const mine = (part: Named, agreedAt: Date | null) => isProposer(ctx, part) && agreedAt === null;
    const waits = merge.mergedAt === null && merge.endedAt === null;
    const asked = mine(from, merge.fromAgreedAt) || mine(into, merge.intoAgreedAt);
    return {
      id: merge.id,
      from: partOf(from, merge.fromAgreedAt),
      into: partOf(into, merge.intoAgreedAt),
      reason: merge.reason,
      leavesVotes: leavesVotes({ from, into }),
      mergedAt: merge.mergedAt?.toISOString() ?? null,
      can: {
        agree: waits && asked,
        decline: waits && (asked || can.answer(ctx)),
        undo: merge.mergedAt !== null && can.answer(ctx) && isUndoable({ merge, from, into }),
      },
    };
  }
}

const partOf = (part: Named, agreedAt: Date | null): MergePart => ({
  id: part.id,
  reference: `F-${part.number}`,
  title: part.hiddenAt ? null : part.title,
  language: part.language,
  proposers: part.hiddenAt ? [] : part.proposers,
  agreed: agreedAt !== null,
});

/** Where one can only support, nobody is against or blank: what they said stays where they said it. */
const leavesVotes = ({ from, into }: { from: Named; into: Named }): boolean =>
  from.ballot === 'for-against-blank' && into.ballot !== 'for-against-blank';

/** Both collect still: what is decided is no longer the proposers' to change. */
const isMergeable = (initiative: Initiative): boolean =>
  isOpen(initiative, new Date()) && initiative.hiddenAt === null && initiative.mergedIntoId === null;

/** What has been counted at the end is not counted again. */
const isUndoable = ({ from, into }: Both): boolean =>
  into.mergedIntoId === null &&
  !isOver(into, new Date()) &&
  ![from, into].some(({ status }) => ANSWERED_STATES.includes(status));
