import { Injectable } from '@nestjs/common';
import { Gates } from '../discussions/gates.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Database, violates } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { conflict, invalidField, invalidInput, notFound, Problem } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import { RequestContext } from '../platform/http/context.js';
import { decodeCursor, limitOf, pageOf, type PageQuery } from '../platform/http/paging.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { CasesService } from '../moderation/cases.service.js';
import { can } from './redress.access.js';
import { HearingOpened, RestrictionDecided, RestrictionEnded } from './redress.events.js';
import { contributionBy, contributionOf, type ContributionRow } from './redress.repository.js';
import { RedressSettingsService } from './redress-settings.service.js';
import { Restriction, type Evidence, type RestrictionOutcome } from './restriction.entity.js';
import {
  getProposalFaults,
  getRestrictionBlockers,
  PROVISIONAL_HOURS,
  stateOfRestriction,
  suggestRestriction,
  type Earlier,
} from './restriction.rules.js';
import type { Statement } from '../moderation/statement.entity.js';
import { getReasonFaults } from '../moderation/reason-codes.js';
import { StatementsService } from '../moderation/statements.service.js';
import {
  mapRestriction,
  mapRestrictionCase,
  mapRestrictionItem,
  mapSuggestion,
  type OwnRestrictionView,
  type RestrictionCaseView,
  type RestrictionDecisionInput,
  type RestrictionInput,
  type RestrictionPage,
  type RestrictionProspect,
  type RestrictionRow,
} from './restrictions.dto.js';

const END = 'end-restriction';
/** As much of what somebody wrote as a case is chosen from. */
const EVIDENCE_OFFERED = 20;

const ROW = `
  SELECT restriction.id, restriction.municipality_id AS "municipalityId", restriction.person_id AS "personId",
    restriction.kind, restriction.proposed_days AS "proposedDays", restriction.reason_code AS "reasonCode",
    restriction.facts, restriction.evidence, restriction.deviation, restriction.language,
    restriction.opened_by_id AS "openedById", restriction.opened_at AS "openedAt",
    restriction.provisional_until AS "provisionalUntil", restriction.answer_by AS "answerBy", restriction.answer,
    restriction.answered_at AS "answeredAt", restriction.case_id AS "caseId", restriction.outcome, restriction.days,
    restriction.reason, restriction.decided_by_id AS "decidedById", restriction.decided_at AS "decidedAt",
    restriction.starts_at AS "startsAt", restriction.ends_at AS "endsAt", restriction.lifted_at AS "liftedAt",
    restriction.lifted_reason AS "liftedReason", restriction.ended_at AS "endedAt", person.name AS "personName",
    opener.name AS "openedByName", decider.name AS "decidedByName"
  FROM restriction LEFT JOIN person ON person.id = restriction.person_id
    JOIN person AS opener ON opener.id = restriction.opened_by_id
    LEFT JOIN person AS decider ON decider.id = restriction.decided_by_id`;

/** Warnings and suspensions: proportional, heard, with an end and with reasons. */
@Injectable()
export class RestrictionsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly cases: CasesService,
    private readonly settings: RedressSettingsService,
    private readonly statements: StatementsService,
    gates: Gates,
  ) {
    gates.guard((ctx) => this.refuseSuspended(ctx));
    jobs.handle(END, (payload) => this.end((payload as { restrictionId: string }).restrictionId));
  }

  /** What could be considered about whoever wrote this. @throws 404 also where the account is gone */
  async prospect(
    ctx: RequestContext,
    about: { commentId: string | null; initiativeId: string | null },
  ): Promise<RestrictionProspect> {
    allow(ctx, can.decide(ctx));
    const contribution = await contributionBy(ctx, about);
    if (!contribution?.authorId) throw notFound();
    const { authorId, authorName } = contribution;
    const now = new Date();
    const earlier = await this.earlier(ctx, authorId);
    const others = await this.hiddenOf(ctx, authorId);
    const evidence = [contribution, ...others.filter(({ id }) => id !== contribution.id)];
    const { hearingDays } = await this.settings.current(ctx);
    return {
      personId: authorId,
      name: authorName ?? '',
      suggested: mapSuggestion(suggestRestriction(decidedOf(earlier), now)),
      earlier: earlier
        .filter(({ decidedAt }) => decidedAt !== null)
        .map((row) => ({
          id: row.id,
          state: stateOfRestriction(row, now),
          days: row.days,
          reasonCode: row.reasonCode,
          at: (row.decidedAt ?? row.openedAt).toISOString(),
        })),
      evidence: evidence.map(evidenceOf),
      openId: earlier.find(({ decidedAt }) => decidedAt === null)?.id ?? null,
      hearingDays,
    };
  }

  /**
   * A warning is given at once. A suspension is considered: the person is told, and has time to answer.
   * @throws 409 `conflict` where a case about them is open
   */
  async open(ctx: RequestContext, personId: string, input: RestrictionInput): Promise<RestrictionCaseView> {
    allow(ctx, can.decide(ctx));
    if (personId === ctx.me.id) throw conflict('own-case');
    const evidence = await this.evidence(ctx, personId, input);
    const { kind, reasonCode, urgent = false, deviation = '', facts = '' } = input;
    const days = kind === 'warning' ? null : (input.days ?? null);
    const suggested = suggestRestriction(decidedOf(await this.earlier(ctx, personId)), new Date());
    const faults = [
      ...getProposalFaults({ kind, days, facts, evidence: evidence.length, deviation, urgent }, suggested),
      ...getReasonFaults(ctx, reasonCode),
    ];
    if (faults.length) throw invalidInput(faults);
    const { hearingDays } = await this.settings.current(ctx);
    const hours = urgent ? PROVISIONAL_HOURS : hearingDays * 24;
    try {
      return await this.database.transaction(ctx, async (ctx) => {
        const heard = kind === 'suspension';
        const [opened] = await ctx.db.query<{ id: string; answerBy: Date | null }[]>(
          `INSERT INTO restriction (municipality_id, person_id, kind, proposed_days, reason_code, facts, evidence,
             deviation, language, opened_by_id, opened_at, answer_by, provisional_until, outcome, reason,
             decided_by_id, decided_at)
           SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now(),
             CASE WHEN $11 THEN now() + make_interval(hours => $12) END,
             CASE WHEN $13 THEN now() + make_interval(hours => ${PROVISIONAL_HOURS}) END,
             CASE WHEN NOT $11 THEN 'warning' END, CASE WHEN NOT $11 THEN $6 END,
             CASE WHEN NOT $11 THEN $10::uuid END, CASE WHEN NOT $11 THEN now() END
           RETURNING id, answer_by AS "answerBy"`,
          [
            ctx.here,
            personId,
            kind,
            days,
            reasonCode,
            facts,
            JSON.stringify(evidence),
            deviation || null,
            ctx.municipality?.language ?? 'da',
            ctx.me.id,
            heard,
            hours,
            urgent,
          ],
        );
        const { id, answerBy } = opened ?? { id: '', answerBy: null };
        if (answerBy) {
          const caseId = await this.cases.open(ctx, { kind: 'hearing', personId, dueAt: answerBy });
          await ctx.db.getRepository(Restriction).update({ id }, { caseId });
          await this.events.publish(ctx, new HearingOpened({ id, personId, answerBy, provisional: urgent }));
          // What stops somebody at once restricts them, whatever is decided in the end.
          if (urgent)
            await this.state(ctx, {
              id,
              personId,
              action: 'provisional-suspension',
              reasonCode,
              reason: facts,
              facts,
            });
        } else {
          await this.state(ctx, { id, personId, action: 'warning', reasonCode, reason: facts, facts });
          await this.events.publish(
            ctx,
            new RestrictionDecided({ id, personId, outcome: 'warning', reason: facts, endsAt: null }),
          );
        }
        return this.show(ctx, id);
      });
    } catch (error) {
      if (violates(error, 'restriction_one_hearing')) throw conflict('hearing-open');
      throw error;
    }
  }

  /** Warnings, hearings and suspensions, the last first. */
  async list(ctx: RequestContext, query: PageQuery): Promise<RestrictionPage> {
    allow(ctx, can.decide(ctx));
    const limit = limitOf(query);
    const after = decodeCursor(query.after, 2);
    const rows = await ctx.db.query<(RestrictionRow & { cursorAt: string })[]>(
      `SELECT found.*, found."openedAt"::text AS "cursorAt" FROM (${ROW} WHERE restriction.municipality_id = $1
         AND ($2::timestamptz IS NULL OR (restriction.opened_at, restriction.id) < ($2, $3::uuid))
         ORDER BY restriction.opened_at DESC, restriction.id DESC LIMIT $4) AS found`,
      [ctx.here, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    const now = new Date();
    return pageOf(
      rows,
      limit,
      (row) => [row.cursorAt, row.id],
      (row) => mapRestrictionItem(row, now),
    );
  }

  async show(ctx: RequestContext, id: string): Promise<RestrictionCaseView> {
    allow(ctx, can.decide(ctx));
    const row = await this.row(ctx, id);
    const now = new Date();
    return mapRestrictionCase(row, (outcome) => this.blockers(ctx, row, outcome, row.proposedDays, now), {
      lift: row.personId !== ctx.me.id && stateOfRestriction(row, now) === 'running',
      withoutEnd: ctx.has('administrator'),
      now,
    });
  }

  /** For the one it is about, and nobody else. @throws 404 */
  async own(ctx: RequestContext, id: string): Promise<Omit<OwnRestrictionView, 'appealable'>> {
    allow(ctx, can.answerHearing(ctx));
    const row = await this.ownRow(ctx, id);
    const now = new Date();
    return { ...mapRestriction(row, now), can: { answer: isAnswerable(row, now) } };
  }

  /** What they say to what is considered; they may say it again until it is decided or the time has passed. */
  async answer(ctx: RequestContext, id: string, text: string) {
    allow(ctx, can.answerHearing(ctx));
    await this.database.transaction(ctx, async (ctx) => {
      const row = await this.ownRow(ctx, id, true);
      if (row.decidedAt) throw conflict('already-decided');
      if (!isAnswerable(row, new Date())) throw conflict('hearing-over');
      await ctx.db.query(
        'UPDATE restriction SET answer = $2, answered_at = clock_timestamp() WHERE id = $1',
        [id, text],
      );
      // Whoever waits for it can decide now.
      if (row.caseId) await this.cases.due(ctx, row.caseId, new Date());
    });
    return this.own(ctx, id);
  }

  /**
   * After the hearing. A suspension begins now, and ends by itself.
   * @throws 409 `hearing-running`, `already-decided`, `own-case`, `only-administrators`, `harsher-than-heard`
   */
  async decide(
    ctx: RequestContext,
    id: string,
    { outcome, days: wished = null, reason }: RestrictionDecisionInput,
  ): Promise<RestrictionCaseView> {
    allow(ctx, can.decide(ctx));
    const days = outcome === 'suspension' ? wished : null;
    return this.database.transaction(ctx, async (ctx) => {
      const row = await this.row(ctx, id, true);
      const blockers = this.blockers(ctx, row, outcome, days, new Date());
      if (blockers[0]) throw conflict(blockers[0].type, { reasons: blockers });
      await this.cases.requireFree(ctx, row.caseId);
      const [[decided]] = await ctx.db.query<[{ endsAt: Date | null }[], number]>(
        `UPDATE restriction SET outcome = $2, days = $3, reason = $4, decided_by_id = $5,
           decided_at = clock_timestamp(), starts_at = CASE $2 WHEN 'suspension' THEN clock_timestamp() END,
           ends_at = CASE WHEN $2 = 'suspension' THEN clock_timestamp() + make_interval(days => $3) END
         WHERE id = $1 RETURNING ends_at AS "endsAt"`,
        [id, outcome, days, reason, ctx.me.id],
      );
      const endsAt = decided?.endsAt ?? null;
      if (endsAt)
        await this.jobs.add(ctx, END, { restrictionId: id }, { runAt: endsAt, key: `${END}:${id}` });
      if (row.caseId) await this.cases.close(ctx, row.caseId);
      const { personId, reasonCode, facts } = row;
      if (personId && outcome !== 'dropped')
        await this.state(ctx, { id, personId, action: outcome, reasonCode, reason, facts });
      if (row.personId)
        await this.events.publish(
          ctx,
          new RestrictionDecided({ id, personId: row.personId, outcome, reason, endsAt }),
        );
      return this.show(ctx, id);
    });
  }

  /** Ends it before its time: an appeal was upheld, or a moderator thought again. */
  async lift(ctx: RequestContext, id: string, reason: string): Promise<RestrictionCaseView> {
    allow(ctx, can.decide(ctx));
    return this.database.transaction(ctx, async (ctx) => {
      const row = await this.row(ctx, id, true);
      if (row.personId === ctx.me.id) throw conflict('own-case');
      if (row.decidedAt && !row.liftedAt && row.outcome !== 'dropped') {
        const running = stateOfRestriction(row, new Date()) === 'running';
        await ctx.db.query(
          `UPDATE restriction SET lifted_at = clock_timestamp(), lifted_reason = $2,
             ended_at = coalesce(ended_at, clock_timestamp()) WHERE id = $1`,
          [id, reason],
        );
        if (running && row.personId)
          await this.events.publish(ctx, new RestrictionEnded({ id, personId: row.personId, reason }));
      }
      return this.show(ctx, id);
    });
  }

  /** @throws 403 `writing-suspended` with until when, and the page that says why and how to complain */
  async refuseSuspended(ctx: RequestContext): Promise<void> {
    if (!ctx.person) return;
    const [running] = await ctx.db.query<{ id: string; until: Date | null }[]>(
      `SELECT id, CASE WHEN decided_at IS NULL THEN provisional_until ELSE ends_at END AS until FROM restriction
       WHERE person_id = $1 AND municipality_id = $2 AND CASE WHEN decided_at IS NULL
         THEN provisional_until > clock_timestamp()
         ELSE outcome = 'suspension' AND lifted_at IS NULL AND (ends_at IS NULL OR ends_at > clock_timestamp()) END
       ORDER BY until DESC NULLS FIRST LIMIT 1`,
      [ctx.person.id, ctx.here],
    );
    if (running)
      throw new Problem(403, 'writing-suspended', {
        until: running.until?.toISOString() ?? null,
        path: `restrictions/${running.id}`,
      });
  }

  /** Says that it is over, when it is: the rule itself needs no job. */
  async end(restrictionId: string): Promise<void> {
    const db = this.database.source.manager;
    const found = await db.getRepository(Restriction).findOneBy({ id: restrictionId });
    if (!found) return;
    const municipality = await db.getRepository(Municipality).findOneByOrFail({ id: found.municipalityId });
    const ctx = new RequestContext(db, municipality, null, new Set(), municipality.language);
    await this.database.transaction(ctx, async (ctx) => {
      const [[ended]] = await ctx.db.query<[{ personId: string | null }[], number]>(
        `UPDATE restriction SET ended_at = clock_timestamp()
         WHERE id = $1 AND ended_at IS NULL AND lifted_at IS NULL AND ends_at <= clock_timestamp()
         RETURNING person_id AS "personId"`,
        [restrictionId],
      );
      if (ended?.personId)
        await this.events.publish(
          ctx,
          new RestrictionEnded({ id: restrictionId, personId: ended.personId, reason: '' }),
        );
    });
  }

  /** The statement of reasons of a restriction, kept as it was given. */
  private state(
    ctx: RequestContext,
    {
      id,
      ...said
    }: { id: string } & Pick<Statement, 'personId' | 'action' | 'reasonCode' | 'reason' | 'facts'>,
  ) {
    return this.statements.write(ctx, { ...said, path: `restrictions/${id}` });
  }

  private blockers(
    ctx: RequestContext,
    row: RestrictionRow,
    outcome: RestrictionOutcome,
    days: number | null,
    now: Date,
  ) {
    return getRestrictionBlockers(
      {
        own: row.personId === ctx.me.id,
        decided: row.decidedAt !== null,
        answered: row.answeredAt !== null,
        answerBy: row.answerBy,
        kind: row.kind,
        proposedDays: row.proposedDays,
      },
      { outcome, days },
      { administers: ctx.has('administrator'), now },
    );
  }

  private async row(ctx: RequestContext, id: string, held = false): Promise<RestrictionRow> {
    const [row] = await ctx.db.query<RestrictionRow[]>(
      `${ROW} WHERE restriction.id = $1 AND restriction.municipality_id = $2
       ${held ? 'FOR NO KEY UPDATE OF restriction' : ''}`,
      [id, ctx.here],
    );
    if (!row) throw notFound();
    return row;
  }

  private async ownRow(ctx: RequestContext, id: string, held = false): Promise<RestrictionRow> {
    const row = await this.row(ctx, id, held);
    if (row.personId !== ctx.me.id) throw notFound();
    return row;
  }

  private earlier(ctx: RequestContext, personId: string): Promise<Restriction[]> {
    return ctx.db
      .getRepository(Restriction)
      .find({ where: { personId, municipalityId: ctx.here }, order: { openedAt: 'DESC' }, take: 50 });
  }

  /** What of theirs was hidden here, the last first. */
  private async hiddenOf(ctx: RequestContext, personId: string): Promise<ContributionRow[]> {
    const rows = await ctx.db.query<{ found: ContributionRow | null }[]>(
      `SELECT ${contributionOf('hidden')} AS found FROM (
         SELECT comment.id AS comment_id, NULL::uuid AS initiative_id, hidden_at FROM comment
         WHERE author_id = $2 AND municipality_id = $1 AND hidden_at IS NOT NULL
         UNION ALL
         SELECT NULL, initiative.id, hidden_at FROM initiative
         WHERE proposer_id = $2 AND municipality_id = $1 AND hidden_at IS NOT NULL
         ORDER BY hidden_at DESC LIMIT ${EVIDENCE_OFFERED}
       ) AS hidden ORDER BY hidden.hidden_at DESC`,
      [ctx.here, personId],
    );
    return rows.map(({ found }) => found).filter((found) => found !== null);
  }

  /** @throws 422 where one of them is not theirs, or not of this municipality */
  private async evidence(
    ctx: RequestContext,
    personId: string,
    { commentIds, initiativeIds = [] }: RestrictionInput,
  ): Promise<Evidence[]> {
    const rows = await ctx.db.query<{ found: ContributionRow | null }[]>(
      `SELECT ${contributionOf('asked')} AS found FROM (
         SELECT unnest($2::uuid[]) AS comment_id, NULL::uuid AS initiative_id
         UNION ALL SELECT NULL, unnest($3::uuid[])
       ) AS asked`,
      [ctx.here, commentIds, initiativeIds],
    );
    const found = rows.map((row) => row.found).filter((row) => row !== null);
    if (found.length !== rows.length || found.some(({ authorId }) => authorId !== personId))
      throw invalidField('evidence', 'unknown');
    return found.map(evidenceOf);
  }
}

const isAnswerable = ({ decidedAt, answerBy }: Restriction, now: Date): boolean =>
  decidedAt === null && answerBy !== null && now < answerBy;

const decidedOf = (rows: Restriction[]): Earlier[] =>
  rows.flatMap(({ outcome, days, decidedAt, liftedAt }) =>
    outcome && decidedAt ? [{ outcome, days, decidedAt, lifted: liftedAt !== null }] : [],
  );

const evidenceOf = ({ kind, id, reference, path, text, language }: ContributionRow): Evidence => ({
  kind,
  id,
  reference,
  path,
  text: text ?? '',
  language,
});
