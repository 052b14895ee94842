import { Injectable } from '@nestjs/common';
import type { BallotBox } from '../ballots/ballot-box.entity.js';
import { countedTerms } from '../ballots/ballot.counting.js';
import { BallotsService } from '../ballots/ballots.service.js';
import type { RequestContext } from '../platform/http/context.js';
import type { Initiative } from './initiative.entity.js';
import { InitiativeRulesService } from './initiative-rules.service.js';
import type { Stance } from './support.entity.js';

/** Supporters taken into a new ledger at a time. */
const BATCH = 5000;

/** Support as ballots: what is counted here can be checked by everyone. Called under the initiative's lock. */
@Injectable()
export class SupportBallots {
  constructor(
    private readonly ballots: BallotsService,
    private readonly rules: InitiativeRulesService,
  ) {}

  /** Of whoever asks; gives their receipt. */
  async cast(ctx: RequestContext, initiative: Initiative, stance: Stance): Promise<string> {
    const box = await this.boxOf(ctx, initiative, ctx.me.id);
    return (await this.ballots.castIn(ctx, box, ctx.me.id, choiceIn(box, stance))).receipt;
  }

  async withdraw(ctx: RequestContext, initiative: Initiative): Promise<string> {
    const box = await this.boxOf(ctx, initiative, null);
    return (await this.ballots.castIn(ctx, box, ctx.me.id, null)).receipt;
  }

  /** Of people who signed on paper: the row that was keyed in stands for each. */
  async castOnPaper(ctx: RequestContext, initiative: Initiative, paperIds: readonly string[]) {
    const box = await this.boxOf(ctx, initiative, null);
    await this.ballots.adopt(ctx, box, paperIds, choiceIn(box, 'for'));
  }

  /** The ledger, with all that was given before, for those who bring many ballots. */
  async ledgerOf(ctx: RequestContext, initiative: Initiative): Promise<BallotBox> {
    return this.boxOf(ctx, initiative, null);
  }

  /** Of people who supported what was merged into it; null takes it from them again. */
  carry(ctx: RequestContext, box: BallotBox, ids: readonly string[], stance: Stance | null) {
    return this.ballots.castMany(ctx, box, ids, stance && choiceIn(box, stance));
  }

  async withdrawFromPaper(ctx: RequestContext, initiative: Initiative, paperId: string) {
    const box = await this.boxOf(ctx, initiative, null);
    await this.ballots.cast(ctx, box.id, paperId, null);
  }

  /**
   * Opened by the first who supports it. Support given before there were ledgers is taken in then, in the order it was
   * given, under the moment it was taken in. The terms hold nothing a moderator may have to hide.
   */
  private async boxOf(
    ctx: RequestContext,
    { id, number, publishedAt, ruleId }: Initiative,
    castsNow: string | null,
  ): Promise<BallotBox> {
    const known = await this.ballots.lockedOf(ctx, 'initiative', id);
    if (known) return known;
    const opensAt = publishedAt ?? new Date();
    const scheme = await this.rules.schemeOf(ctx, { ruleId });
    const { box, isNew } = await this.ballots.open(ctx, {
      subjectKind: 'initiative',
      subjectId: id,
      terms: {
        subject: { kind: 'initiative', id, reference: `F-${number}` },
        paper:
          scheme?.ballot === 'for-against-blank'
            ? { kind: 'for-against', method: 'plurality', options: ['for', 'against'] }
            : { kind: 'support', method: 'plurality', options: ['support'] },
        conditions: { quorum: null, majority: 'most' },
        hidden: false,
        opensAt: opensAt.toISOString(),
        closesAt: null,
      },
      hidden: false,
      opensAt,
      closesAt: null,
    });
    if (isNew) await this.adopt(ctx, box, id, castsNow);
    return box;
  }

  private async adopt(ctx: RequestContext, box: BallotBox, initiativeId: string, except: string | null) {
    for (let after: { at: string; id: string } | null = null; ;) {
      const given: { id: string; stance: Stance; at: string }[] = await ctx.db.query(
        `SELECT person_id AS id, stance, created_at::text AS at FROM support WHERE initiative_id = $1 AND person_id IS DISTINCT FROM $2::uuid
           AND ($3::timestamptz IS NULL OR (created_at, person_id) > ($3, $4::uuid))
         ORDER BY created_at, person_id LIMIT ${BATCH}`,
        [initiativeId, except, after?.at ?? null, after?.id ?? null],
      );
      const ids = given.map(({ id }) => id);
      const stances = new Map(given.map(({ id, stance }) => [id, stance]));
      await this.ballots.adopt(ctx, box, ids, (id) => choiceIn(box, stances.get(id)!));
      after = given.at(-1) ?? null;
      if (given.length < BATCH) return;
    }
  }
}

/** What a stance is called on the ballots of that box: where there is support alone, there is one word. */
const choiceIn = ({ terms }: BallotBox, stance: Stance): string =>
  countedTerms(terms).paper.kind === 'support' ? 'support' : stance;
