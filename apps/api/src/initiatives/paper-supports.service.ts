import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { conflict, invalidField, invalidInput, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeId, limitOf, pageOf, type PageQuery } from '../platform/http/paging.js';
import { Signer } from '../platform/mail/signer.js';
import { today } from '../policies/policy.rules.js';
import type { Initiative } from './initiative.entity.js';
import { isOpen, isOver, keyInUntil, lastDayOf, stateAt } from './initiative.rules.js';
import { can } from './initiatives.access.js';
import { InitiativesService, refuse } from './initiatives.service.js';
import { LivesService } from './lives.service.js';
import { PaperSupport } from './paper-support.entity.js';
import { ageOn, foldedName, identityOf, searchedName } from './paper-support.rules.js';
import {
  CONFUSIONS,
  mapPaperSupporter,
  type KeyedSheet,
  type PaperFault,
  type PaperLineInput,
  type PaperSheetInput,
  type PaperSupporterPage,
  type PaperSupporterRow,
} from './paper-supports.dto.js';
import { SupportBallots } from './support-ballots.js';

const KEY = 'paper-support';
const MOST_LINES = 100;

interface Keyed extends PaperLineInput {
  identity: string;
  /** How many of them count already who have the same name and day of birth. */
  namesake: number;
  fault: PaperFault | null;
}

/** Those who support an initiative with pen and ink, keyed in by staff: who did it, from which sheet, and when. */
@Injectable()
export class PaperSupportsService {
  constructor(
    private readonly initiatives: InitiativesService,
    private readonly lives: LivesService,
    private readonly ballots: SupportBallots,
    private readonly signer: Signer,
  ) {}

  async list(ctx: RequestContext, initiativeId: string, query: PageQuery): Promise<PaperSupporterPage> {
    allow(ctx, can.keyIn(ctx, await this.initiatives.find(ctx, initiativeId)));
    const limit = limitOf(query);
    const rows = await ctx.db.query<PaperSupporterRow[]>(
      `SELECT paper.id, paper.sheet, paper.line, paper.name, paper.identity, paper.namesake,
         to_char(paper.signed_on, 'YYYY-MM-DD') AS "signedOn", keyer.name AS "keyedBy",
         paper.created_at AS "createdAt", paper.withdrawn_at AS "withdrawnAt",
         withdrawer.name AS "withdrawnBy", paper.withdrawn_reason AS "withdrawnReason"
       FROM paper_support AS paper LEFT JOIN person AS keyer ON keyer.id = paper.keyed_by_id
         LEFT JOIN person AS withdrawer ON withdrawer.id = paper.withdrawn_by_id
       WHERE paper.initiative_id = $1 AND ($2::uuid IS NULL OR paper.id < $2)
       ORDER BY paper.id DESC LIMIT $3`,
      [initiativeId, decodeId(query.after), limit + 1],
    );
    const online = await this.alike(ctx, initiativeId, rows);
    return pageOf(
      rows,
      limit,
      ({ id }) => [id],
      (row) => mapPaperSupporter(row, online.has(row.id)),
    );
  }

  /** Counts the lines that can be counted, and says of the others why not. */
  async keyIn(
    ctx: RequestContext,
    initiativeId: string,
    { sheet, signedOn = null, lines }: PaperSheetInput,
  ): Promise<KeyedSheet> {
    allow(ctx, can.answer(ctx));
    if (lines.length === 0) throw invalidField('lines', 'required');
    if (lines.length > MOST_LINES) throw invalidField('lines', 'too-many', { max: MOST_LINES });
    return this.initiatives.locked(ctx, initiativeId, async (ctx, initiative) => {
      allow(ctx, can.keyIn(ctx, initiative));
      const { paper, supporter } = await this.lives.schemeOf(ctx, initiative);
      if (!paper) throw conflict('paper-not-accepted');
      if (initiative.hiddenAt) throw conflict('contribution-hidden');
      if (initiative.mergedIntoId) throw conflict('initiative-merged');
      const now = new Date();
      if (!keyInUntil(initiative, now))
        refuse([{ type: 'initiative-not-collecting', state: stateAt(initiative, now) }]);
      requireSigned(initiative, signedOn, now);
      const unborn = lines.flatMap(({ bornOn }, index) =>
        bornOn > today(now) ? [{ field: `lines.${index}.bornOn`, code: 'in-the-future' as const }] : [],
      );
      if (unborn.length > 0) throw invalidInput(unborn);
      const keyed = await this.judge(ctx, initiative, sheet, lines, supporter.minAge);
      const counted = keyed.filter(({ fault }) => fault === null);
      const rows = counted.map(({ line, name, identity, namesake }) => ({
        initiativeId,
        sheet,
        signedOn,
        line,
        name,
        identity,
        namesake,
        keyedById: ctx.me.id,
      }));
      if (rows.length > 0) {
        const { identifiers } = await ctx.db.getRepository(PaperSupport).insert(rows);
        // Before it counts in the ledger it counts in the database, which knows of no person twice.
        await this.ballots.castOnPaper(
          ctx,
          initiative,
          identifiers.map(({ id }) => id as string),
        );
        initiative.supportCount += rows.length;
        initiative.paperCount += rows.length;
        await this.initiatives.change(ctx, initiative, {});
        await this.lives.supported(ctx, initiative);
      }
      const skipped = keyed.flatMap(({ line, name, fault }) =>
        fault ? [{ line, name, fault, confirmable: CONFUSIONS.includes(fault) }] : [],
      );
      return { added: rows.length, skipped };
    });
  }

  /** Keyed in wrongly, or withdrawn by whoever signed: it counts no longer, and stays written down with why. */
  async withdraw(ctx: RequestContext, initiativeId: string, paperId: string, reason: string): Promise<void> {
    allow(ctx, can.answer(ctx));
    await this.initiatives.locked(ctx, initiativeId, async (ctx, initiative) => {
      allow(ctx, can.keyIn(ctx, initiative));
      const papers = ctx.db.getRepository(PaperSupport);
      const known = await papers.findOneBy({ id: paperId, initiativeId });
      if (!known) throw notFound();
      if (known.withdrawnAt) throw conflict('already-decided');
      // What was counted at the end was counted, and its ledger is closed.
      if (isOver(initiative, new Date()))
        refuse([{ type: 'initiative-not-collecting', state: stateAt(initiative, new Date()) }]);
      await this.ballots.withdrawFromPaper(ctx, initiative, paperId);
      await papers.update(
        { id: paperId },
        { withdrawnAt: new Date(), withdrawnById: ctx.me.id, withdrawnReason: reason },
      );
      await this.initiatives.change(ctx, initiative, {});
    });
  }

  /**
   * Under the initiative's lock. Who was confirmed to be somebody else is not them.
   * @throws 409 when the reader, as the register knows them, signed on paper
   */
  async refuseIfOnPaper(ctx: RequestContext, { id, paperCount }: Initiative) {
    if (paperCount === 0) return;
    const [known] = await registered(ctx, 'person.id = $2', ctx.me.id);
    if (!known) return;
    const identity = await this.identify(known.name, known.bornOn);
    const isOnPaper = await ctx.db
      .getRepository(PaperSupport)
      .existsBy({ initiativeId: id, identity, namesake: 0, withdrawnAt: IsNull() });
    if (isOnPaper) throw conflict('supported-on-paper');
  }

  /** Which of those on paper may support online too: by the same name, and not known to be born on another day. */
  private async alike(
    ctx: RequestContext,
    initiativeId: string,
    rows: readonly PaperSupporterRow[],
  ): Promise<Set<string>> {
    const asked = rows.filter(({ withdrawnAt, namesake }) => withdrawnAt === null && namesake === 0);
    const online = await this.namesOnline(ctx, initiativeId, null, asked);
    return new Set(
      asked
        .filter(({ name, identity }) =>
          online.some((one) => one.name === foldedName(name) && (one.identity ?? identity) === identity),
        )
        .map(({ id }) => id),
    );
  }

  /** Who of those names supports it online, or proposes it; `identity` where it is known when they were born. */
  private async namesOnline(
    ctx: RequestContext,
    initiativeId: string,
    proposerId: string | null,
    asked: readonly { name: string }[],
  ): Promise<{ personId: string; name: string; identity: string | null }[]> {
    if (asked.length === 0) return [];
    const rows = await ctx.db.query<{ personId: string; name: string; bornOn: string | null }[]>(
      `SELECT person.id AS "personId", person.name, to_char(standing.born_on, 'YYYY-MM-DD') AS "bornOn"
       FROM (SELECT person_id FROM support WHERE initiative_id = $2 UNION SELECT $3::uuid) AS known
         JOIN person ON person.id = known.person_id
         LEFT JOIN standing ON standing.person_id = person.id AND standing.municipality_id = $1
       WHERE regexp_replace(lower(normalize(person.name, NFC)), '[^a-z]', '', 'g') = ANY($4::text[])`,
      [ctx.here, initiativeId, proposerId, [...new Set(asked.map(({ name }) => searchedName(name)))]],
    );
    return Promise.all(
      rows.map(async ({ personId, name, bornOn }) => ({
        personId,
        name: foldedName(name),
        identity: bornOn === null ? null : await this.identify(name, bornOn),
      })),
    );
  }

  private async judge(
    ctx: RequestContext,
    { id, proposerId }: Initiative,
    sheet: string,
    lines: readonly PaperLineInput[],
    minAge: number | null,
  ): Promise<Keyed[]> {
    const identified = await Promise.all(
      lines.map(async (line) => ({ ...line, identity: await this.identify(line.name, line.bornOn) })),
    );
    const before = await ctx.db.getRepository(PaperSupport).find({
      select: { identity: true, namesake: true, sheet: true, line: true },
      where: [
        { initiativeId: id, withdrawnAt: IsNull(), identity: In(identified.map(({ identity }) => identity)) },
        { initiativeId: id, withdrawnAt: IsNull(), sheet },
      ],
    });
    // The next of the same name and day of birth, where they are confirmed to be another.
    const next = new Map<string, number>();
    for (const { identity, namesake } of before)
      next.set(identity, Math.max(next.get(identity) ?? 0, namesake + 1));
    const taken = new Set(before.filter((row) => row.sheet === sheet).map(({ line }) => line));
    const online = await this.namesOnline(ctx, id, proposerId, lines);
    /** Of that day of birth too, where it is known; else by the name alone. */
    const onlineAs = (line: { name: string; identity: string }): PaperFault | null => {
      const same = online.find(({ identity }) => identity === line.identity);
      if (same) return same.personId === proposerId ? 'own-initiative' : 'online';
      const named = online.find(({ name, identity }) => identity === null && name === foldedName(line.name));
      return named ? (named.personId === proposerId ? 'name-proposer' : 'name-online') : null;
    };
    return identified.map((line) => {
      const like: PaperFault | null = next.has(line.identity) ? 'on-paper' : onlineAs(line);
      const isAnother = line.another === true && like !== null && CONFUSIONS.includes(like);
      const fault: PaperFault | null =
        minAge !== null && ageOn(line.bornOn, today()) < minAge
          ? 'too-young'
          : taken.has(line.line)
            ? 'line-taken'
            : isAnother
              ? null
              : like;
      const namesake = isAnother ? (next.get(line.identity) ?? 1) : 0;
      // The second of two on one sheet is the one that does not count.
      if (fault === null) {
        next.set(line.identity, namesake + 1);
        taken.add(line.line);
      }
      return { ...line, namesake, fault };
    });
  }

  private identify(name: string, bornOn: string): Promise<string> {
    return this.signer.digest(KEY, identityOf(name, bornOn));
  }
}

/** After the deadline a sheet must say that it was signed before. */
function requireSigned(initiative: Initiative, signedOn: string | null, now: Date) {
  if (signedOn && initiative.deadline && signedOn > lastDayOf(initiative.deadline))
    throw invalidField('signedOn', 'after-the-deadline');
  if (!signedOn && !isOpen(initiative, now)) throw invalidField('signedOn', 'required');
}

/** People of this municipality whose day of birth a register or an electronic identity stands behind. */
const registered = (
  ctx: RequestContext,
  condition: string,
  ...values: unknown[]
): Promise<{ personId: string; name: string; bornOn: string }[]> =>
  ctx.db.query(
    `SELECT person.id AS "personId", person.name, to_char(standing.born_on, 'YYYY-MM-DD') AS "bornOn"
     FROM standing JOIN person ON person.id = standing.person_id
     WHERE standing.municipality_id = $1 AND standing.born_on IS NOT NULL AND (${condition})`,
    [ctx.here, ...values],
  );
