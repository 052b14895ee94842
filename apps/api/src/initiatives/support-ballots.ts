import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { BallotBox } from '../ballots/ballot-box.entity.js';
import { countedTerms } from '../ballots/ballot.counting.js';
import { BallotsService } from '../ballots/ballots.service.js';
import { CheckpointsService } from '../ballots/checkpoints.service.js';
import type { RequestContext } from '../platform/http/context.js';
import { Jobs } from '../platform/jobs/jobs.js';
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
    private readonly checkpoints: CheckpointsService,
    @InjectDataSource() private readonly source: DataSource,
    jobs: Jobs,
  ) {
    jobs.every('23 * * * *', 'end-support-ledgers', () => this.endOld());
  }

  /** It collects no more, before its deadline or at it: what was said to it is final, and is signed as such. */
  async end(ctx: RequestContext, { id }: Initiative) {
    await this.checkpoints.end(ctx, 'initiative', id);
  }

  /** Ledgers from before they had a time of their own: once their initiative can collect no more, they end too. */
  async endOld() {
    await this.source.query(
      `UPDATE ballot_box AS box SET ended_at = clock_timestamp(), unsigned = true FROM initiative
       WHERE box.closed_at IS NULL AND box.closes_at IS NULL AND box.ended_at IS NULL
         AND box.subject_kind = 'initiative' AND initiative.id = box.subject_id
         AND (coalesce(initiative.paper_until, initiative.deadline) <= now() OR initiative.status = 'withdrawn')`,
    );
  }

  /** Of whoever asks; gives their receipt. */
  async cast(ctx: RequestContext, initiative: Initiative, stance: Stance): Promise<string> {
    const box = await this.boxOf(ctx, initiative, ctx.me.id);
    return (await this.ballots.castIn(ctx, box, ctx.me.id, choiceIn(box, stance))).receipt;
  }

  async withdraw(ctx: RequestContext, initiative: Initiative): Promise<string> {
    const box = await this.boxOf(ctx, initiative, null);
    return (await this.ballots.castIn(ctx, box, ctx.me.id, null)).receipt;
  }

  /** What anyone can check, and the reader's own receipt. */
  async checkable(ctx: RequestContext, initiativeId: string) {
    const box = await this.ballots.of(ctx, 'initiative', initiativeId);
    const mine = box && ctx.person && (await this.ballots.ownBallot(ctx, box, ctx.person.id));
    return { boxId: box?.id ?? null, receipt: mine?.receipt ?? null };
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
    { id, number, publishedAt, deadline, paperUntil, ruleId }: Initiative,
    castsNow: string | null,
  ): Promise<BallotBox> {
    const known = await this.ballots.lockedOf(ctx, 'initiative', id);
    if (known) return known;
    const opensAt = publishedAt ?? new Date();
    // What was signed in time may be keyed in later.
    const closesAt = paperUntil ?? deadline;
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
        closesAt: closesAt?.toISOString() ?? null,
      },
      hidden: false,
      opensAt,
      closesAt,
    });
    if (isNew) {
      await this.adopt(ctx, box, id, castsNow);
      await this.checkpoints.closeAt(ctx, box);
    }
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
