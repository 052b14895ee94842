import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { conflict, invalidField, invalidInput, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { Mailer } from '../platform/mail/mailer.js';
import type { AppealInput } from './appeals.dto.js';
import { AppealsService } from './appeals.service.js';
import { CasesService } from '../moderation/cases.service.js';
import { DecisionsService } from '../moderation/decisions.service.js';
import { LocationsService } from './locations.service.js';
import { getReasonFaults } from '../moderation/reason-codes.js';
import { getDecisionFaults } from '../moderation/moderation.rules.js';
import { Notice } from './notice.entity.js';
import { getNoticeFaults } from './notice.rules.js';
import {
  mapNotice,
  mapNoticeCase,
  numberOf,
  type NoticeCaseView,
  type NoticeDecisionInput,
  type NoticeInput,
  type NoticeReceipt,
  type NoticeRow,
  type NoticeView,
} from './notices.dto.js';
import { can } from './redress.access.js';
import { AppealDecided } from './redress.events.js';
import { contributionOf } from './redress.repository.js';
import { REDRESS_WORDS } from './redress.words.js';
import { RedressSettingsService } from './redress-settings.service.js';

const ROW = `
  SELECT notice.id, notice.number::int AS number, notice.location, notice.comment_id AS "commentId",
    notice.initiative_id AS "initiativeId", notice.reason_code AS "reasonCode", notice.text, notice.language,
    notice.name, notice.email, notice.case_id AS "caseId", notice.created_at AS "createdAt",
    notice.seen_at AS "seenAt", moderation_case.due_at AS "dueAt", notice.outcome, notice.answer,
    decider.name AS "decidedByName", notice.decided_at AS "decidedAt", ${contributionOf('notice')} AS contribution
  FROM notice LEFT JOIN moderation_case ON moderation_case.id = notice.case_id
    LEFT JOIN person AS decider ON decider.id = notice.decided_by_id
  WHERE notice.municipality_id = $1`;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Anyone can write down anyone's address: more receipts than this would fill somebody else's letter box. */
const LETTERS_AN_HOUR = 10;

/** Longer than anyone can appeal, and be answered. */
const REMEMBERED = "interval '13 months'";

/** Notices of something illegal: received with a number, followed by a link, decided with reasons. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly database: Database,
    private readonly cases: CasesService,
    private readonly decisions: DecisionsService,
    private readonly appeals: AppealsService,
    private readonly locations: LocationsService,
    private readonly settings: RedressSettingsService,
    private readonly mailer: Mailer,
    jobs: Jobs,
    events: Events,
  ) {
    jobs.every('29 3 * * *', 'forget-notice-senders', async () => {
      await this.database.source.query(
        `UPDATE notice SET name = NULL, email = NULL, forgotten_at = now()
         WHERE forgotten_at IS NULL AND decided_at < now() - ${REMEMBERED}`,
      );
    });
    // Who has no account is told by letter, where there is an address.
    events.within(AppealDecided, (ctx, { appeal }) => this.tellAppeal(ctx, appeal));
  }

  /** Receives a notice. @throws 422 on what the law asks of one, and on a place that is none here */
  async receive(ctx: RequestContext, input: NoticeInput): Promise<NoticeReceipt> {
    allow(ctx, can.notify());
    const faults = [...getNoticeFaults(input), ...getReasonFaults(ctx, input.reasonCode)];
    if (faults.length) throw invalidInput(faults);
    const place = await this.locations.find(ctx, input.location);
    if (!place) throw invalidField('location', 'no-such-contribution');
    const { noticeHours } = await this.settings.current(ctx);
    const token = randomBytes(24).toString('base64url');
    return this.database.transaction(ctx, async (ctx) => {
      const dueAt = new Date(Date.now() + noticeHours * 3_600_000);
      const caseId = await this.cases.open(ctx, { kind: 'notice', urgency: 1, dueAt });
      const notices = ctx.db.getRepository(Notice);
      const notice = notices.create({
        municipalityId: ctx.here,
        tokenHash: hashOf(token),
        location: input.location,
        ...place,
        reasonCode: input.reasonCode,
        text: input.text,
        name: input.name || null,
        email: input.email || null,
        language: ctx.language,
        caseId,
      });
      await notices.insert(notice);
      const row = await this.byId(ctx, notice.id);
      const number = numberOf(row.number);
      const words = REDRESS_WORDS[ctx.language];
      const mailed = row.email !== null && (await this.maySend(ctx, row.email));
      const receipt = mailed ? row : { ...row, email: null };
      await this.write(ctx, receipt, 'received', words.received.subject(number), token, [
        words.received.text(number),
        words.received.goal(noticeHours),
      ]);
      return {
        number,
        receivedAt: row.createdAt.toISOString(),
        token,
        goalHours: noticeHours,
        mailed,
      };
    });
  }

  /** For whoever holds the link. @throws 404 also for a link of another municipality */
  async follow(ctx: RequestContext, token: string): Promise<NoticeView> {
    allow(ctx, can.notify());
    const row = await this.byToken(ctx, token);
    return mapNotice(row, row.decidedAt ? await this.appeals.showOfNotice(ctx, row.id) : null);
  }

  async appeal(ctx: RequestContext, token: string, input: AppealInput): Promise<NoticeView> {
    allow(ctx, can.notify());
    const { id } = await this.byToken(ctx, token);
    await this.appeals.appealNotice(ctx, id, input);
    return this.follow(ctx, token);
  }

  async show(ctx: RequestContext, id: string): Promise<NoticeCaseView> {
    allow(ctx, can.decide(ctx));
    return this.view(ctx, await this.byId(ctx, id));
  }

  /** A moderator looks at it now; whoever follows it sees so. */
  async begin(ctx: RequestContext, id: string): Promise<NoticeCaseView> {
    allow(ctx, can.decide(ctx));
    await ctx.db.query(
      `UPDATE notice SET seen_at = clock_timestamp()
       WHERE id = $1 AND municipality_id = $2 AND seen_at IS NULL AND decided_at IS NULL`,
      [id, ctx.here],
    );
    return this.show(ctx, id);
  }

  /**
   * Acts against what was pointed out, or turns the notice down, with reasons.
   * @throws 409 `already-decided`, `own-contribution`
   */
  async decide(ctx: RequestContext, id: string, input: NoticeDecisionInput): Promise<NoticeCaseView> {
    allow(ctx, can.decide(ctx));
    return this.database.transaction(ctx, async (ctx) => {
      const row = await this.byId(ctx, id, true);
      const [blocker, ...others] = this.blockers(ctx, row);
      if (blocker)
        throw conflict(row.decidedAt ? 'already-decided' : 'own-contribution', {
          reasons: [blocker, ...others],
        });
      const { outcome, text: reason = '', reasonCode = null } = input;
      await this.cases.requireFree(ctx, row.caseId);
      const state = row.contribution?.state;
      const hides = outcome === 'acted' && (state === 'visible' || state === 'held');
      const faults = getDecisionFaults({ action: hides ? 'hide' : 'lock', reason, reasonCode });
      if (faults.length)
        throw invalidInput(
          faults.map((fault) => (fault.field === 'reason' ? { ...fault, field: 'text' } : fault)),
        );
      const { commentId, initiativeId } = row;
      const decided = hides
        ? await this.decisions.decide(
            ctx,
            { commentId, initiativeId },
            { action: 'hide', reason, reasonCode },
            { source: 'notice' },
          )
        : null;
      await ctx.db.query(
        `UPDATE notice SET outcome = $2, answer = $3, decided_by_id = $4, decided_at = clock_timestamp(),
           decision_id = $5, seen_at = coalesce(seen_at, clock_timestamp()) WHERE id = $1`,
        [id, outcome, reason, ctx.me.id, decided?.lastDecision?.id ?? null],
      );
      if (row.caseId) await this.cases.close(ctx, row.caseId);
      const words = REDRESS_WORDS[row.language];
      await this.write(ctx, row, 'decided', words.decided.subject(numberOf(row.number)), null, [
        words.decided[outcome],
        reason,
        ...(outcome === 'turned-down' ? [words.complain] : []),
      ]);
      return this.show(ctx, id);
    });
  }

  private async tellAppeal(ctx: RequestContext, { id, outcome, answer }: AppealDecided['appeal']) {
    const [appealed] = await ctx.db.query<{ noticeId: string }[]>(
      'SELECT notice_id AS "noticeId" FROM appeal WHERE id = $1 AND notice_id IS NOT NULL',
      [id],
    );
    if (!appealed) return;
    const row = await this.byId(ctx, appealed.noticeId);
    const words = REDRESS_WORDS[row.language];
    await this.write(ctx, row, 'appealed', words.appealed.subject(numberOf(row.number)), null, [
      words.appealed[outcome],
      answer,
    ]);
  }

  /** @param token told once: later letters point to the link of the first */
  private async write(
    ctx: RequestContext,
    row: NoticeRow,
    step: string,
    subject: string,
    token: string | null,
    paragraphs: string[],
  ) {
    if (!row.email) return;
    const words = REDRESS_WORDS[row.language];
    const href = `${this.mailer.config.publicUrl}/${ctx.municipality?.slug}/notices/${token}`;
    await this.mailer.post(ctx, [
      {
        key: `notice:${row.id}:${step}`,
        municipalityId: ctx.here,
        to: row.email,
        language: row.language,
        from: ctx.municipality?.name ?? '',
        subject,
        secret: token !== null,
        blocks: [
          ...paragraphs.map((text) => ({ kind: 'paragraph' as const, text })),
          ...(token
            ? [
                { kind: 'link' as const, text: words.follow, href },
                { kind: 'note' as const, text: words.keep },
              ]
            : []),
        ],
      },
    ]);
  }

  private async maySend(ctx: RequestContext, email: string): Promise<boolean> {
    const [sent] = await ctx.db.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM notice
       WHERE lower(email) = lower($1) AND created_at > now() - interval '1 hour'`,
      [email],
    );
    return (sent?.count ?? 0) <= LETTERS_AN_HOUR;
  }

  private view(ctx: RequestContext, row: NoticeRow): NoticeCaseView {
    return mapNoticeCase(row, this.blockers(ctx, row));
  }

  private blockers(ctx: RequestContext, row: NoticeRow): { type: string }[] {
    return [
      ...(row.decidedAt ? [{ type: 'already-decided' }] : []),
      ...(row.contribution?.authorId === ctx.me.id ? [{ type: 'own-contribution' }] : []),
    ];
  }

  private async byId(ctx: RequestContext, id: string, held = false): Promise<NoticeRow> {
    const [row] = await ctx.db.query<NoticeRow[]>(
      `${ROW} AND notice.id = $2 ${held ? 'FOR NO KEY UPDATE OF notice' : ''}`,
      [ctx.here, id],
    );
    if (!row) throw notFound();
    return row;
  }

  private async byToken(ctx: RequestContext, token: string): Promise<NoticeRow> {
    const [row] = await ctx.db.query<NoticeRow[]>(`${ROW} AND notice.token_hash = $2`, [
      ctx.here,
      hashOf(token),
    ]);
    if (!row) throw notFound();
    return row;
  }
}
