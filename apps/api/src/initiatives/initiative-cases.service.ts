import { Injectable } from '@nestjs/common';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { OrganisationUnit } from '../municipalities/organisation-unit.entity.js';
import { violates } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { conflict, invalidField, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeCursor, limitOf, pageOf } from '../platform/http/paging.js';
import { CaseNote } from './case-note.entity.js';
import { CaseOpinion } from './case-opinion.entity.js';
import { InitiativeCase } from './initiative-case.entity.js';
import { isHandlerNews, noticeByOf } from './initiative-case.rules.js';
import {
  mapCase,
  mapCaseSummary,
  type CaseChoices,
  type CaseCounts,
  type CaseInput,
  type CaseNoteInput,
  type InitiativeCasePage,
  type CaseQuery,
  type InitiativeCaseView,
  type MemberUnits,
  type OpinionAnswerInput,
  type OpinionInput,
  type OwnUnitsInput,
} from './initiative-cases.dto.js';
import {
  caseById,
  colleaguesOf,
  countedCases,
  isColleague,
  listedCases,
  notesOf,
  opinionsOf,
  setUnits,
  unitsOf,
} from './initiative-cases.repository.js';
import type { Initiative } from './initiative.entity.js';
import { can } from './initiatives.access.js';
import {
  CaseAssigned,
  HandlerNamed,
  InitiativeMoved,
  OpinionAsked,
  OpinionGiven,
} from './initiatives.events.js';
import { InitiativesService } from './initiatives.service.js';
import { talliesOf } from './support-tallies.repository.js';
import { LivesService } from './lives.service.js';

/** Who deals with an initiative, and what staff say of it among themselves. */
@Injectable()
export class InitiativeCasesService {
  constructor(
    private readonly events: Events,
    private readonly initiatives: InitiativesService,
    private readonly lives: LivesService,
    private readonly municipalities: MunicipalitiesService,
  ) {
    events.within(InitiativeMoved, (ctx, { initiative, act }) =>
      act === 'hand-over' ? this.handedOver(ctx, initiative) : undefined,
    );
  }

  async list(ctx: RequestContext, query: CaseQuery): Promise<InitiativeCasePage> {
    allow(ctx, can.answer(ctx));
    const limit = limitOf(query);
    const rows = await listedCases(ctx, query.filter, decodeCursor(query.after, 2), limit + 1);
    const now = new Date();
    return pageOf(
      rows,
      limit,
      (row) => [row.key, row.id],
      (row) => mapCaseSummary(ctx, row, now),
    );
  }

  async counts(ctx: RequestContext): Promise<CaseCounts> {
    allow(ctx, can.answer(ctx));
    const { reviewBy, ...counts } = await countedCases(ctx);
    return { ...counts, reviewBy: reviewBy?.toISOString() ?? null, canReview: can.moderate(ctx) };
  }

  async choices(ctx: RequestContext): Promise<CaseChoices> {
    allow(ctx, can.answer(ctx));
    const { items } = await this.municipalities.units(ctx);
    const colleagues = await colleaguesOf(ctx);
    return {
      units: items.map(({ id, name }) => ({ id, name })),
      colleagues,
      ownUnitIds: await unitsOf(ctx, ctx.me.id),
    };
  }

  /** The reader's own units, instead of those named before. */
  async belong(ctx: RequestContext, { unitIds }: OwnUnitsInput): Promise<CaseChoices> {
    allow(ctx, can.answer(ctx));
    await this.place(ctx, ctx.me.id, unitIds);
    return this.choices(ctx);
  }

  /** Where somebody works who is staff here. @throws 404 */
  async memberUnits(ctx: RequestContext, personId: string): Promise<MemberUnits> {
    allow(ctx, can.assignUnits(ctx));
    if (!(await isColleague(ctx, personId))) throw notFound();
    const { items } = await this.municipalities.units(ctx);
    return { units: items.map(({ id, name }) => ({ id, name })), unitIds: await unitsOf(ctx, personId) };
  }

  async assignUnits(ctx: RequestContext, personId: string, { unitIds }: OwnUnitsInput): Promise<MemberUnits> {
    allow(ctx, can.assignUnits(ctx));
    if (!(await isColleague(ctx, personId))) throw notFound();
    await this.place(ctx, personId, unitIds);
    return this.memberUnits(ctx, personId);
  }

  /** @throws 404 of what is not published */
  async show(ctx: RequestContext, initiativeId: string): Promise<InitiativeCaseView> {
    allow(ctx, can.answer(ctx));
    const row = await caseById(ctx, initiativeId);
    const support = (await talliesOf(ctx.db, [initiativeId])).get(initiativeId);
    if (!row || !support) throw notFound();
    const notes = await notesOf(ctx, initiativeId);
    return mapCase(ctx, row, support, notes, await opinionsOf(ctx, initiativeId), new Date());
  }

  async change(ctx: RequestContext, initiativeId: string, input: CaseInput): Promise<InitiativeCaseView> {
    allow(ctx, can.answer(ctx));
    const { unitId = null, assigneeId = null, caseNumber = '' } = input;
    if (unitId) await this.municipalities.requireUnit(ctx, unitId, 'unitId');
    await this.within(ctx, initiativeId, async (ctx, initiative, file) => {
      // Who had it and works here no more may keep it; nobody else can be given it.
      if (assigneeId && assigneeId !== file.assigneeId && !(await isColleague(ctx, assigneeId)))
        throw invalidField('assigneeId', 'unknown');
      const isNew = assigneeId !== null && assigneeId !== file.assigneeId;
      await this.assign(ctx, initiative, file, { unitId, assigneeId, caseNumber, unitProposed: false });
      if (isNew) await this.events.publish(ctx, new CaseAssigned({ ...initiative }, assigneeId));
    });
    return this.show(ctx, initiativeId);
  }

  async note(
    ctx: RequestContext,
    initiativeId: string,
    { text }: CaseNoteInput,
  ): Promise<InitiativeCaseView> {
    allow(ctx, can.answer(ctx));
    await this.within(ctx, initiativeId, async (ctx) => {
      await ctx.db.getRepository(CaseNote).insert({ initiativeId, authorId: ctx.me.id, text });
    });
    return this.show(ctx, initiativeId);
  }

  /** @throws 409 while that colleague has not answered what they were asked before */
  async ask(
    ctx: RequestContext,
    initiativeId: string,
    { askedId, question }: OpinionInput,
  ): Promise<InitiativeCaseView> {
    allow(ctx, can.answer(ctx));
    if (askedId === ctx.me.id || !(await isColleague(ctx, askedId))) throw invalidField('askedId', 'unknown');
    await this.within(ctx, initiativeId, async (ctx, initiative) => {
      try {
        await ctx.db
          .getRepository(CaseOpinion)
          .insert({ initiativeId, askerId: ctx.me.id, askedId, question });
      } catch (error) {
        if (violates(error, 'case_opinion_open')) throw conflict('already-asked');
        throw error;
      }
      await this.events.publish(ctx, new OpinionAsked({ ...initiative }, askedId, ctx.me.id));
    });
    return this.show(ctx, initiativeId);
  }

  /** The reader's opinion, once. */
  async advise(
    ctx: RequestContext,
    initiativeId: string,
    opinionId: string,
    { answer }: OpinionAnswerInput,
  ): Promise<InitiativeCaseView> {
    allow(ctx, can.answer(ctx));
    await this.within(ctx, initiativeId, async (ctx, initiative) => {
      const opinions = ctx.db.getRepository(CaseOpinion);
      const opinion = await opinions.findOneBy({ id: opinionId, initiativeId, askedId: ctx.me.id });
      if (!opinion) throw notFound();
      if (opinion.answeredAt) throw conflict('conflict');
      await opinions.update({ id: opinionId }, { answer, answeredAt: new Date() });
      const { askerId } = opinion;
      if (askerId) await this.events.publish(ctx, new OpinionGiven({ ...initiative }, askerId, ctx.me.id));
    });
    return this.show(ctx, initiativeId);
  }

  /** @throws 422 on `unitIds` when one is none of this municipality's */
  private async place(ctx: RequestContext, personId: string, unitIds: readonly string[]) {
    const { items } = await this.municipalities.units(ctx);
    if (unitIds.some((id) => !items.some((unit) => unit.id === id))) throw invalidField('unitIds', 'unknown');
    await setUnits(ctx, personId, unitIds);
  }

  /** Everything of a case changes under the initiative's lock. */
  private within(
    ctx: RequestContext,
    initiativeId: string,
    work: (ctx: RequestContext, initiative: Initiative, file: InitiativeCase) => Promise<void>,
  ) {
    return this.initiatives.locked(
      ctx,
      initiativeId,
      async (ctx, initiative) => {
        const file = await ctx.db.getRepository(InitiativeCase).findOneBy({ initiativeId });
        if (!file) throw notFound();
        return work(ctx, initiative, file);
      },
      (_, initiative) => initiative.publishedAt !== null,
    );
  }

  private async handedOver(ctx: RequestContext, initiative: Initiative) {
    const file = await ctx.db.getRepository(InitiativeCase).findOneBy({ initiativeId: initiative.id });
    if (!file || !initiative.handedOverAt) return;
    const noticeBy = noticeByOf(await this.lives.schemeOf(ctx, initiative), initiative.handedOverAt);
    await this.assign(ctx, initiative, file, { noticeBy });
  }

  private async assign(
    ctx: RequestContext,
    initiative: Initiative,
    file: InitiativeCase,
    change: Partial<InitiativeCase>,
  ) {
    const now = { ...file, ...change };
    const isNews = isHandlerNews(file, now, initiative);
    await ctx.db
      .getRepository(InitiativeCase)
      .update({ initiativeId: initiative.id }, { ...change, ...(isNews && { toldAt: new Date() }) });
    if (!isNews || !now.unitId) return;
    const { name } = await ctx.db.getRepository(OrganisationUnit).findOneByOrFail({ id: now.unitId });
    await this.events.publish(ctx, new HandlerNamed({ ...initiative }, name));
  }
}
