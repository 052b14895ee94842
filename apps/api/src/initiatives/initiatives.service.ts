import { Injectable } from '@nestjs/common';
import { ThreadsService } from '../discussions/threads.service.js';
import { Database } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { conflict, notFound, Problem } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeCursor, decodeId, limitOf, pageOf, type PageQuery } from '../platform/http/paging.js';
import { Realtime } from '../platform/realtime/realtime.js';
import { PoliciesService } from '../policies/policies.service.js';
import { isExpired, today } from '../policies/policy.rules.js';
import { StandingsService } from '../identity/standings.service.js';
import type { Eligibility, EligibilityGap } from '../identity/eligibility.rules.js';
import { Initiative } from './initiative.entity.js';
import {
  getCoProposerBlockers,
  getPublicationBlockers,
  isOpen,
  isPublished,
  type InitiativeBlocker,
} from './initiative.rules.js';
import { InitiativeRulesService } from './initiative-rules.service.js';
import { can, isInvited } from './initiatives.access.js';
import {
  mapInitiative,
  mapInitiativeSummary,
  type BackedInitiative,
  type BackedInitiativePage,
  type GoalInitiativePage,
  type InitiativePage,
  type InitiativeQuery,
  type InitiativeRow,
  type InitiativeView,
  type SimilarInitiatives,
  type SimilarQuery,
} from './initiatives.dto.js';
import { InitiativeChanged } from './initiatives.events.js';
import {
  initiativeById,
  initiativeInFull,
  initiativesBacked,
  initiativesOfReader,
  listedInitiatives,
  similarInitiatives,
} from './initiatives.repository.js';

const SIMILAR_SHOWN = 5;

@Injectable()
export class InitiativesService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly policies: PoliciesService,
    private readonly rules: InitiativeRulesService,
    private readonly threads: ThreadsService,
    private readonly standings: StandingsService,
    realtime: Realtime,
  ) {
    events.after(InitiativeChanged, (_, { initiativeId, revision }) =>
      realtime.changed('initiative', initiativeId, revision),
    );
    // The room says only that something changed; what it is now, HTTP tells those who may know.
    realtime.admit('initiative', () => true);
  }

  async list(ctx: RequestContext, query: InitiativeQuery, goalId?: string): Promise<InitiativePage> {
    const limit = limitOf(query);
    const rows = await listedInitiatives(ctx, {
      goalId,
      districtId: query.districtId,
      state: query.state,
      text: query.text,
      order: query.order ?? 'newest',
      after: decodeCursor(query.after, 2),
      limit: limit + 1,
    });
    return pageOf(rows, limit, (row) => [row.key, row.id], this.summarise(ctx));
  }

  async ofGoal(ctx: RequestContext, goalId: string, query: InitiativeQuery): Promise<GoalInitiativePage> {
    const blockers = await this.proposalBlockers(ctx, goalId);
    const page = await this.list(ctx, query, goalId);
    return { ...page, blockers, can: { propose: can.participate(ctx) && blockers.length === 0 } };
  }

  /** What the reader proposed, drafts too. */
  async mine(ctx: RequestContext, query: PageQuery): Promise<InitiativePage> {
    allow(ctx, ctx.person !== null);
    const limit = limitOf(query);
    const rows = await initiativesOfReader(ctx, decodeId(query.after), limit + 1);
    return pageOf(rows, limit, (row) => [row.id], this.summarise(ctx));
  }

  /** What the reader supports or will take part in. */
  async backed(ctx: RequestContext, query: PageQuery): Promise<BackedInitiativePage> {
    allow(ctx, ctx.person !== null);
    const limit = limitOf(query);
    const rows = await initiativesBacked(ctx, decodeId(query.after), limit + 1);
    const summarise = this.summarise(ctx);
    return pageOf(
      rows,
      limit,
      (row) => [row.id],
      (row): BackedInitiative => ({
        ...summarise(row),
        stance: row.stance,
        supports: row.stance === 'for',
        participates: row.participates,
      }),
    );
  }

  async similar(ctx: RequestContext, query: SimilarQuery): Promise<SimilarInitiatives> {
    return { items: (await similarInitiatives(ctx, query, SIMILAR_SHOWN)).map(this.summarise(ctx)) };
  }

  /** @param invitation what the link says that a co-proposer came by */
  async show(ctx: RequestContext, initiativeId: string, invitation?: string): Promise<InitiativeView> {
    const row = seen(ctx, await initiativeInFull(ctx, initiativeId), invitation);
    const invited = isInvited(row, invitation);
    const scheme = await this.rules.schemeOf(ctx, row);
    const publication = can.edit(ctx, row)
      ? [
          ...(await this.proposalBlockers(ctx, row.goalId)),
          ...getCoProposerBlockers(scheme, row.coProposers.length),
        ]
      : [];
    const gaps =
      scheme && ctx.person && isOpen(row, new Date()) ? await this.gaps(ctx, scheme.supporter) : [];
    return mapInitiative(ctx, row, { scheme, publication, gaps, invited }, new Date());
  }

  /** Which of the rule's conditions the reader does not meet. */
  gaps(ctx: RequestContext, eligibility: Eligibility): Promise<EligibilityGap[]> {
    return this.standings.gaps(ctx, eligibility, today());
  }

  /** Out of sight, everything kept; the reason is on the tombstone. */
  async hide(ctx: RequestContext, initiativeId: string, reason: string): Promise<Initiative> {
    allow(ctx, can.moderate(ctx));
    return this.locked(ctx, initiativeId, async (ctx, initiative) => {
      if (initiative.hiddenAt) throw conflict('contribution-hidden');
      await this.change(ctx, initiative, { hiddenAt: new Date(), hiddenReason: reason });
      await this.nameThread(ctx, initiative);
      return initiative;
    });
  }

  async restore(ctx: RequestContext, initiativeId: string): Promise<Initiative> {
    allow(ctx, can.moderate(ctx));
    return this.locked(ctx, initiativeId, async (ctx, initiative) => {
      if (!initiative.hiddenAt) throw conflict('conflict');
      await this.change(ctx, initiative, { hiddenAt: null, hiddenReason: null });
      await this.nameThread(ctx, initiative);
      return initiative;
    });
  }

  /** It can be spoken of. */
  openThread(ctx: RequestContext, { id, goalId, title }: Initiative) {
    const path = `initiatives/${id}`;
    return this.threads.open(ctx, [{ subjectKind: 'initiative', subjectId: id, goalId, path, title }]);
  }

  /** A moderator's change to what it says or to whether it is seen, and what it was before. */
  async intervene(
    ctx: RequestContext,
    initiativeId: string,
    change: Partial<Initiative>,
  ): Promise<Initiative> {
    allow(ctx, can.moderate(ctx));
    return this.locked(ctx, initiativeId, async (ctx, initiative) => {
      const before = { ...initiative };
      await this.change(ctx, initiative, change);
      await this.nameThread(ctx, initiative, before);
      return before;
    });
  }

  /** What it is called is not read beside what was said of it either while it is out of sight. */
  private async nameThread(ctx: RequestContext, initiative: Initiative, before = initiative) {
    if (!isPublished(before)) return;
    const seen = isPublished(initiative) && initiative.hiddenAt === null;
    await this.openThread(ctx, seen ? initiative : { ...initiative, title: `F-${initiative.number}` });
  }

  /**
   * An initiative of this municipality that the reader may see.
   * @param invitation what the link says that a co-proposer came by
   * @throws 404
   */
  async find(ctx: RequestContext, initiativeId: string, invitation?: string): Promise<InitiativeRow> {
    return seen(ctx, await initiativeById(ctx, initiativeId), invitation);
  }

  /**
   * Why nothing can be published under the goal now.
   * @param proposes whether the reader is the one who would propose it
   * @throws 404
   */
  async proposalBlockers(ctx: RequestContext, goalId: string, proposes = true): Promise<InitiativeBlocker[]> {
    const { policy } = await this.policies.goalInPolicy(ctx, goalId);
    const asked = { expired: isExpired(policy, today()), validTo: policy.validTo };
    const scheme = (await this.rules.current(ctx))?.scheme ?? null;
    const blockers = getPublicationBlockers({ status: 'draft' }, asked, scheme, today());
    if (!scheme || !proposes || !ctx.person) return blockers;
    return [...blockers, ...(await this.gaps(ctx, scheme.proposer))];
  }

  /**
   * Does the work on the initiative as it is under its lock, so that limits are checked against what holds.
   * @param admits whom it is there for: those who can read it, unless something else is said
   * @throws 404
   */
  locked<T>(
    ctx: RequestContext,
    initiativeId: string,
    work: (ctx: RequestContext, initiative: Initiative) => Promise<T>,
    admits: (ctx: RequestContext, initiative: Initiative) => boolean = can.read,
  ): Promise<T> {
    return this.database.transaction(ctx, async (ctx) => {
      const initiative = await ctx.db.getRepository(Initiative).findOne({
        where: { id: initiativeId, municipalityId: ctx.here },
        lock: { mode: 'pessimistic_write' },
      });
      if (!initiative || !admits(ctx, initiative)) throw notFound();
      return work(ctx, initiative);
    });
  }

  /** Writes a change to an initiative under its lock, and tells the pages that are open. */
  async change(ctx: RequestContext, initiative: Initiative, change: Partial<Initiative>) {
    const changed = { ...change, revision: initiative.revision + 1 };
    await ctx.db.getRepository(Initiative).update({ id: initiative.id }, changed);
    Object.assign(initiative, changed);
    await this.events.publish(ctx, new InitiativeChanged(initiative.id, initiative.revision));
  }

  private summarise(ctx: RequestContext) {
    const now = new Date();
    return (row: InitiativeRow) => mapInitiativeSummary(ctx, row, now);
  }
}

/** @throws 404 where the reader may not see it */
function seen<Row extends InitiativeRow>(
  ctx: RequestContext,
  row: Row | undefined,
  invitation?: string,
): Row {
  if (!row || !(can.read(ctx, row) || row.isCoProposer || isInvited(row, invitation))) throw notFound();
  return row;
}

/** @throws 409 with the first reason. */
export function refuse(blockers: InitiativeBlocker[]) {
  if (blockers[0]) throw new Problem(409, blockers[0].type, { reasons: blockers });
}
