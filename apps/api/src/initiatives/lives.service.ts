import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Database } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { conflict } from '../platform/errors/problem.js';
import { RequestContext } from '../platform/http/context.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { CoProposer } from './co-proposer.entity.js';
import { Initiative } from './initiative.entity.js';
import { InitiativeStep } from './initiative-step.entity.js';
import { actsAtEnd, actsOfSupport, after, comingOf, INITIATIVE_STATUSES, type Act } from './life.rules.js';
import { InitiativeRulesService } from './initiative-rules.service.js';
import {
  InitiativeChanged,
  InitiativeExpired,
  InitiativeMoved,
  InitiativeReached,
} from './initiatives.events.js';
import { isAmongTop } from './initiatives.repository.js';
import { InitiativesService } from './initiatives.service.js';
import { isOver } from './initiative.rules.js';
import { SupportBallots } from './support-ballots.js';
import { monthsAfter, type Scheme } from './scheme.rules.js';

const MOVE = 'move-initiative';
/** Why something is out of sight that no moderator hid. */
const SHORT_OF_SUPPORT = 'short-of-support';

/** What a step says beside what it is. */
interface Said {
  note?: string | null;
  until?: Date | null;
  /** Nobody's doing but the rule's: whoever happened to be the last it took is nobody's to know. */
  byRule?: boolean;
}

/** Moves initiatives through their life: every step is written to the timeline, and the next moment is planned. */
@Injectable()
export class LivesService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly initiatives: InitiativesService,
    private readonly rules: InitiativeRulesService,
    private readonly ballots: SupportBallots,
  ) {
    const move = (payload: unknown) => this.tick((payload as { initiativeId: string }).initiativeId);
    jobs.handle(MOVE, move);
    // What was queued before an initiative had more to wait for than its deadline.
    jobs.handle('expire-initiative', move);
  }

  /**
   * One step of an initiative under its lock, with what changes along with it.
   * @throws 409 `initiative-moved-on` where that cannot happen to it now
   */
  async move(
    ctx: RequestContext,
    initiative: Initiative,
    act: Act,
    change: Partial<Initiative> = {},
    { note = null, until = null, byRule = false }: Said = {},
  ) {
    const status = after(initiative.status, act);
    if (!status) throw conflict('initiative-moved-on');
    await this.initiatives.change(ctx, initiative, { ...change, status });
    await ctx.db.getRepository(InitiativeStep).insert({
      initiativeId: initiative.id,
      act,
      status,
      note,
      until,
      actorId: byRule ? null : (ctx.person?.id ?? null),
    });
    await this.plan(ctx, initiative);
    if (isOver(initiative, new Date())) await this.ballots.end(ctx, initiative);
    await this.events.publish(ctx, new InitiativeMoved({ ...initiative }, act, { note, until }));
  }

  /** It is a draft again: what was confirmed, held back or turned down was it as it was. */
  async reopen(ctx: RequestContext, initiative: Initiative) {
    await ctx.db.getRepository(CoProposer).delete({ initiativeId: initiative.id });
    await this.move(ctx, initiative, 'rewrite', {
      invitation: null,
      confirmBy: null,
      heldAt: null,
      heldReason: null,
      reviewBy: null,
      rejection: null,
      rejectionText: null,
    });
  }

  /** What became of several at once, in a plan or by it: those that can take the step take it. */
  async moveAll(ctx: RequestContext, initiativeIds: readonly string[], act: 'plan' | 'carry-out') {
    const from = INITIATIVE_STATUSES.filter((status) => (after(status, act) ?? status) !== status);
    const to = act === 'plan' ? 'planned' : 'carried-out';
    const moved = await ctx.db.query<{ id: string }[]>(
      `WITH moved AS (
         UPDATE initiative SET status = $3, revision = revision + 1
         WHERE municipality_id = $1 AND id = ANY($2) AND status = ANY($4) RETURNING id
       )
       INSERT INTO initiative_step (initiative_id, act, status, actor_id)
         SELECT id, $5, $3, $6 FROM moved RETURNING initiative_id AS id`,
      [ctx.here, initiativeIds, to, from, act, ctx.person?.id ?? null],
    );
    if (moved.length === 0) return;
    const initiatives = await ctx.db.getRepository(Initiative).findBy({ id: In(moved.map(({ id }) => id)) });
    for (const initiative of initiatives) {
      await this.events.publish(ctx, new InitiativeChanged(initiative.id, initiative.revision));
      await this.events.publish(ctx, new InitiativeMoved(initiative, act, { note: null, until: null }));
    }
  }

  /** One more supports it: whether that was the one it took. */
  async supported(ctx: RequestContext, initiative: Initiative) {
    const { status, supportCount, threshold, higherThreshold } = initiative;
    const enough = (count: number | null) => count !== null && supportCount >= count;
    // Nearly every time nothing comes of it, and nothing has to be asked.
    if (!(status === 'collecting' && enough(threshold)) && !enough(higherThreshold)) return;
    const scheme = await this.schemeOf(ctx, initiative);
    for (const act of actsOfSupport({ ...initiative, handOver: scheme.handOver }))
      await this.act(ctx, initiative, act, scheme);
  }

  /** What time, the count or the rule does. */
  private async act(ctx: RequestContext, initiative: Initiative, act: Act, scheme: Scheme) {
    const now = new Date();
    switch (act) {
      case 'reach':
        await this.move(ctx, initiative, act, { reachedAt: now }, { byRule: true });
        return this.events.publish(ctx, new InitiativeReached(initiative));
      case 'reach-higher':
        return this.move(
          ctx,
          initiative,
          act,
          { higherAt: now },
          { note: scheme.higher?.leadsTo ?? null, byRule: true },
        );
      case 'expire':
        await this.move(ctx, initiative, act, hiddenAfter(scheme, now), { byRule: true });
        return this.events.publish(ctx, new InitiativeExpired(initiative));
      case 'hand-over': {
        const { months } = scheme.decision;
        const decideBy = months === null ? null : monthsAfter(now, months);
        const { deadline } = initiative;
        const collectsOn = scheme.continues && deadline !== null && deadline > now;
        await this.move(
          ctx,
          initiative,
          act,
          {
            handedOverAt: now,
            decideBy,
            ...(collectsOn || (deadline && deadline <= now)
              ? {}
              : { deadline: earlier(deadline, now), paperUntil: null }),
          },
          { note: scheme.body, until: decideBy, byRule: true },
        );
        return;
      }
      case 'overdue':
        return this.move(
          ctx,
          initiative,
          act,
          { overdueAt: now },
          { until: initiative.decideBy, byRule: true },
        );
      default:
        return this.move(ctx, initiative, act);
    }
  }

  /** The job at the moment that was planned. It may come late, twice, or when something else has moved it meanwhile. */
  async tick(initiativeId: string) {
    const db = this.database.source.manager;
    const known = await db.getRepository(Initiative).findOneBy({ id: initiativeId });
    if (!known) return;
    const municipality = await db.getRepository(Municipality).findOneByOrFail({ id: known.municipalityId });
    const ctx = new RequestContext(db, municipality, null, new Set(), municipality.language);
    const work = async (ctx: RequestContext, initiative: Initiative) => {
      const coming = comingOf(initiative);
      // Merged, it is the other's time that runs.
      if (!coming || initiative.mergedIntoId) return;
      if (coming.at > new Date()) return this.plan(ctx, initiative);
      const scheme = await this.schemeOf(ctx, initiative);
      if (coming.act === 'overdue') return this.act(ctx, initiative, 'overdue', scheme);
      if (coming.act === 'confirm-end') return this.reopen(ctx, initiative);
      const { status } = initiative;
      const isTop =
        status === 'collecting' && scheme.top !== null && (await isAmongTop(ctx, initiative, scheme.top));
      for (const act of actsAtEnd({
        status: status as 'collecting' | 'reached',
        failure: scheme.failure,
        isTop,
      }))
        await this.act(ctx, initiative, act, scheme);
    };
    await this.initiatives.locked(ctx, initiativeId, work, () => true);
  }

  /** The next moment at which time moves it, one job an initiative; it survives every restart with the database. */
  async plan(ctx: RequestContext, initiative: Initiative) {
    const coming = comingOf(initiative);
    if (!coming) return;
    const { id: initiativeId } = initiative;
    await this.jobs.add(ctx, MOVE, { initiativeId }, { runAt: coming.at, key: `${MOVE}:${initiativeId}` });
  }

  async schemeOf(ctx: RequestContext, initiative: Initiative): Promise<Scheme> {
    const scheme = await this.rules.schemeOf(ctx, initiative);
    if (!scheme) throw conflict('rule-missing');
    return scheme;
  }
}

const earlier = (deadline: Date | null, now: Date): Date => (deadline && deadline < now ? deadline : now);

/** Where the rule says that what fell short is deleted it is out of sight; the original is kept, as records are. */
const hiddenAfter = ({ failure }: Scheme, now: Date): Partial<Initiative> =>
  failure === 'deleted' ? { hiddenAt: now, hiddenReason: SHORT_OF_SUPPORT } : {};
