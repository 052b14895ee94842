import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { StandingsService } from '../identity/standings.service.js';
import { Database, violates } from '../platform/database/database.js';
import { AT_ONCE, fewAtOnce } from '../platform/database/few-at-once.js';
import { conflict, Problem } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeCursor, limitOf, pageOf, type PageQuery } from '../platform/http/paging.js';
import type { Initiative } from './initiative.entity.js';
import {
  getParticipationBlockers,
  getSupportBlockers,
  isSupportWithdrawable,
  stateAt,
} from './initiative.rules.js';
import { can } from './initiatives.access.js';
import type { InitiativeView } from './initiatives.dto.js';
import { InitiativesService, refuse } from './initiatives.service.js';
import { LivesService } from './lives.service.js';
import { PaperSupportsService } from './paper-supports.service.js';
import { Participation } from './participation.entity.js';
import { SupportBallots } from './support-ballots.js';
import { Support, type Stance } from './support.entity.js';
import type { SupporterPage, SupportInput, SupportLedgerView, SupportView } from './supports.dto.js';

/** So long somebody who has supported something can be asked where they live. */
const JUST_NOW_MS = 3_600_000;

/** What residents say to an initiative. Who supports what is nobody's to see but their own. */
@Injectable()
export class SupportsService {
  private readonly inTurn = fewAtOnce(AT_ONCE);

  constructor(
    private readonly initiatives: InitiativesService,
    private readonly ballots: SupportBallots,
    private readonly lives: LivesService,
    private readonly papers: PaperSupportsService,
    private readonly standings: StandingsService,
    private readonly database: Database,
  ) {}

  async support(ctx: RequestContext, initiativeId: string, input: SupportInput = {}): Promise<SupportView> {
    allow(ctx, can.participate(ctx));
    const district = await this.standings.district(ctx);
    let receipt: string;
    try {
      receipt = await this.inTurn(initiativeId, () =>
        this.initiatives.locked(ctx, initiativeId, (ctx, initiative) =>
          this.count(ctx, initiative, { ...input, districtId: district?.id ?? null }),
        ),
      );
    } catch (error) {
      // The database's clock may be a little ahead of ours.
      if (violates(error, 'initiative_must_collect')) throw conflict('initiative-not-collecting');
      throw error;
    }
    const asksDistrict = await this.standings.asksDistrict(ctx);
    return { ...(await this.initiatives.show(ctx, initiativeId)), receipt, asksDistrict };
  }

  /** Where the reader lives, asked for when they have just supported it; later it would not be where they lived then. */
  async liveIn(ctx: RequestContext, initiativeId: string, districtId: string | null): Promise<void> {
    allow(ctx, can.participate(ctx));
    await this.initiatives.find(ctx, initiativeId);
    await this.database.transaction(ctx, async (ctx) => {
      await this.standings.liveIn(ctx, districtId);
      const justNow = MoreThan(new Date(Date.now() - JUST_NOW_MS));
      await ctx.db
        .getRepository(Support)
        .update(
          { initiativeId, personId: ctx.me.id, districtId: IsNull(), createdAt: justNow },
          { districtId },
        );
    });
  }

  /** Where it is counted, and the reader's own receipt for as long as there is a ledger. */
  async ledger(ctx: RequestContext, initiativeId: string): Promise<SupportLedgerView> {
    await this.initiatives.find(ctx, initiativeId);
    return this.ballots.checkable(ctx, initiativeId);
  }

  /** Those who agreed to be named, where the rule names supporters; nobody otherwise. */
  async named(ctx: RequestContext, initiativeId: string, query: PageQuery): Promise<SupporterPage> {
    const initiative = await this.initiatives.find(ctx, initiativeId);
    const scheme = await this.lives.schemeOf(ctx, initiative);
    if (!scheme.namesShown || initiative.hiddenAt || !initiative.publishedAt)
      return { items: [], next: null };
    const limit = limitOf(query);
    const [at, id] = decodeCursor(query.after, 2) ?? [];
    const rows = await ctx.db.query<{ id: string; at: string; name: string }[]>(
      `SELECT person.id, support.created_at::text AS at, person.name
       FROM support JOIN person ON person.id = support.person_id
       WHERE support.initiative_id = $1 AND support.named
         AND ($2::timestamptz IS NULL OR (support.created_at, support.person_id) > ($2, $3::uuid))
       ORDER BY support.created_at, support.person_id LIMIT $4`,
      [initiativeId, at ?? null, id ?? null, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.at, row.id],
      ({ name }) => ({ name }),
    );
  }

  async withdrawSupport(ctx: RequestContext, initiativeId: string): Promise<SupportView> {
    allow(ctx, can.participate(ctx));
    const withdraw = async (ctx: RequestContext, initiative: Initiative) => {
      const { withdrawal } = await this.lives.schemeOf(ctx, initiative);
      if (!isSupportWithdrawable(initiative, withdrawal, new Date()))
        refuse([{ type: 'initiative-not-collecting', state: stateAt(initiative, new Date()) }]);
      // Before the row goes: what was given before there was a ledger is taken into it first.
      const withdrawn = await this.ballots.withdraw(ctx, initiative);
      if (await removed(ctx, Support, initiativeId)) await this.initiatives.change(ctx, initiative, {});
      return withdrawn;
    };
    const receipt = await this.inTurn(initiativeId, () =>
      this.initiatives.locked(ctx, initiativeId, withdraw),
    );
    return { ...(await this.initiatives.show(ctx, initiativeId)), receipt, asksDistrict: false };
  }

  async takePart(ctx: RequestContext, initiativeId: string): Promise<InitiativeView> {
    allow(ctx, can.participate(ctx));
    await this.initiatives.locked(ctx, initiativeId, async (ctx, initiative) => {
      refuse(getParticipationBlockers(initiative, new Date()));
      if (await added(ctx, Participation, { initiativeId, personId: ctx.me.id }))
        await this.initiatives.change(ctx, initiative, {});
    });
    return this.initiatives.show(ctx, initiativeId);
  }

  /** Whoever said "I will take part" can think better of it at any time. */
  async stepBack(ctx: RequestContext, initiativeId: string): Promise<InitiativeView> {
    allow(ctx, can.participate(ctx));
    await this.initiatives.locked(ctx, initiativeId, async (ctx, initiative) => {
      if (await removed(ctx, Participation, initiativeId)) await this.initiatives.change(ctx, initiative, {});
    });
    return this.initiatives.show(ctx, initiativeId);
  }

  /** Gives the receipt: of what is said now, or was said before. */
  private async count(
    ctx: RequestContext,
    initiative: Initiative,
    { stance = 'for', named = false, districtId }: SupportInput & { districtId: string | null },
  ): Promise<string> {
    const { supporter, namesShown, ballot, withdrawal } = await this.lives.schemeOf(ctx, initiative);
    if (stance !== 'for' && ballot === 'support') throw new Problem(422, 'choice-not-valid');
    const gaps = await this.initiatives.gaps(ctx, supporter);
    refuse(getSupportBlockers(initiative, ctx.me.id, new Date(), gaps));
    await this.papers.refuseIfOnPaper(ctx, initiative);
    const mine = { initiativeId: initiative.id, personId: ctx.me.id };
    const supports = ctx.db.getRepository(Support);
    const said = { stance, ...(namesShown ? { named: named && stance === 'for' } : {}) };
    const isNew = await added(ctx, Support, { ...mine, ...said, districtId });
    const former = isNew ? null : (await supports.findOneByOrFail(mine)).stance;
    // Whoever thinks better of it takes back what they said.
    if (former !== null && former !== stance && !isSupportWithdrawable(initiative, withdrawal, new Date()))
      refuse([{ type: 'initiative-not-collecting', state: stateAt(initiative, new Date()) }]);
    if (!isNew && (namesShown || former !== stance)) await supports.update(mine, said);
    const receipt = await this.ballots.cast(ctx, initiative, stance);
    if (former === stance) return receipt;
    // The database counted it; under the lock nobody else did.
    if (former) initiative[COUNTS[former]] -= 1;
    initiative[COUNTS[stance]] += 1;
    await this.initiatives.change(ctx, initiative, {});
    if (stance === 'for') await this.lives.supported(ctx, initiative);
    return receipt;
  }
}

const COUNTS = {
  for: 'supportCount',
  against: 'againstCount',
  blank: 'blankCount',
} as const satisfies Record<Stance, keyof Initiative>;

/** Whether the person's row was not there before. */
async function added<Row extends Support | Participation>(
  ctx: RequestContext,
  row: new () => Row,
  values: Partial<Row>,
) {
  const insert = ctx.db.createQueryBuilder().insert().into<Support | Participation>(row).values(values);
  const { raw } = await insert.orIgnore().returning('initiative_id').execute();
  return (raw as unknown[]).length > 0;
}

/** Whether the person's row was there. */
async function removed(
  ctx: RequestContext,
  row: typeof Support | typeof Participation,
  initiativeId: string,
) {
  const { affected } = await ctx.db
    .getRepository<Support | Participation>(row)
    .delete({ initiativeId, personId: ctx.me.id });
  return Boolean(affected);
}
