import { Injectable } from '@nestjs/common';
import { DistrictsService } from '../municipalities/districts.service.js';
import { Database } from '../platform/database/database.js';
import { conflict, invalidField, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { Mailer } from '../platform/mail/mailer.js';
import { Signer } from '../platform/mail/signer.js';
import { Membership } from './membership.entity.js';
import { can } from './identity.access.js';
import { Person } from './person.entity.js';
import { StatedDistrict } from './stated-district.entity.js';
import { Standing } from './standing.entity.js';
import {
  asksNothing,
  getEligibilityGaps,
  type Eligibility,
  type EligibilityGap,
} from './eligibility.rules.js';
import { knownOf, type Known } from './standing.rules.js';
import {
  mapStanding,
  type StandingDistrict,
  type StandingInput,
  type StandingView,
} from './standings.dto.js';
import { STANDING_WORDS } from './standing.words.js';

const LETTER = 'confirm-email';
/** A letter box is not to be filled, and a link does not work for ever. */
const DAYS_VALID = 7;
const DAY_MS = 86_400_000;

/** What a municipality knows of the people who take part, and by what evidence. */
@Injectable()
export class StandingsService {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly signer: Signer,
    private readonly districts: DistrictsService,
  ) {}

  /** What counts of the reader here; of a visitor nothing is known. */
  async known(ctx: RequestContext): Promise<Known> {
    if (!ctx.person) return { evidence: 'none', groups: [], bornOn: null };
    return this.knownOf(ctx, ctx.person.id, ctx.has('resident'));
  }

  /** Which of the conditions the reader does not meet. @param day "2026-11-23" */
  async gaps(ctx: RequestContext, eligibility: Eligibility, day: string): Promise<EligibilityGap[]> {
    // What having joined says already: then there is nothing to ask.
    if (asksNothing(eligibility) && ctx.has('resident')) return [];
    return getEligibilityGaps(eligibility, await this.known(ctx), day);
  }

  async mine(ctx: RequestContext): Promise<StandingView> {
    allow(ctx, ctx.person !== null);
    return mapStanding(await this.known(ctx), await this.district(ctx));
  }

  /** What was confirmed of somebody who takes part here, for those who confirm it. @throws 404 */
  async show(ctx: RequestContext, personId: string): Promise<StandingView> {
    allow(ctx, can.confirmStanding(ctx));
    const known = await this.knownOf(ctx, personId, await this.requireMember(ctx, personId));
    // Where somebody says they live is told to nobody else.
    const [district] = await districtsOf(ctx, personId);
    return mapStanding(known, district?.confirmed ? district : null);
  }

  /** Seen to at a desk or in the register: replaces what was confirmed before. @throws 404 */
  async confirm(ctx: RequestContext, personId: string, input: StandingInput): Promise<StandingView> {
    allow(ctx, can.confirmStanding(ctx));
    await this.requireMember(ctx, personId);
    if (input.bornOn && Date.parse(input.bornOn) > Date.now()) throw invalidField('bornOn', 'invalid');
    if (input.districtId) await this.districts.requirePlace(ctx, input.districtId, null);
    await ctx.db.getRepository(Standing).upsert(
      {
        personId,
        municipalityId: ctx.here,
        evidence: 'register',
        groups: input.groups,
        bornOn: input.bornOn ?? null,
        districtId: input.districtId ?? null,
        confirmedById: ctx.me.id,
        confirmedAt: new Date(),
      },
      ['personId', 'municipalityId'],
    );
    return this.show(ctx, personId);
  }

  /** Where the reader lives: as it was confirmed, else as they say. */
  async district(ctx: RequestContext): Promise<StandingDistrict | null> {
    const [district] = await districtsOf(ctx, ctx.me.id);
    return district ?? null;
  }

  /** The reader was never asked where they live, and it is not known. */
  async asksDistrict(ctx: RequestContext): Promise<boolean> {
    const [{ asks } = { asks: false }] = await ctx.db.query<{ asks: boolean }[]>(
      `SELECT EXISTS (SELECT FROM district WHERE municipality_id = $1 AND retired_at IS NULL)
         AND NOT EXISTS (SELECT FROM stated_district WHERE municipality_id = $1 AND person_id = $2)
         AND NOT EXISTS (SELECT FROM standing
           WHERE municipality_id = $1 AND person_id = $2 AND district_id IS NOT NULL) AS asks`,
      [ctx.here, ctx.me.id],
    );
    return asks;
  }

  /** What the reader says of where they live, from now on. @throws 422 on `districtId` when it is none of those here */
  async liveIn(ctx: RequestContext, districtId: string | null): Promise<StandingView> {
    allow(ctx, can.stateDistrict(ctx));
    if (districtId) await this.districts.requirePlace(ctx, districtId, null);
    await ctx.db
      .getRepository(StatedDistrict)
      .upsert({ personId: ctx.me.id, municipalityId: ctx.here, districtId, statedAt: new Date() }, [
        'personId',
        'municipalityId',
      ]);
    return this.mine(ctx);
  }

  /** Sends the reader a letter whose link confirms that the address is theirs. */
  async writeTo(ctx: RequestContext) {
    allow(ctx, ctx.person !== null);
    const person = await ctx.db.getRepository(Person).findOneByOrFail({ id: ctx.me.id });
    if (person.emailConfirmedAt) return;
    const day = Math.floor(Date.now() / DAY_MS);
    const token = await this.signer.sign(LETTER, [person.id, person.email, String(day + DAYS_VALID)]);
    const words = STANDING_WORDS[ctx.language];
    const { slug, name } = ctx.municipality!;
    const href = `${this.mailer.config.publicUrl}/${slug}/confirm-email?token=${token}`;
    await this.database.transaction(ctx, (ctx) =>
      this.mailer.post(ctx, [
        {
          // One a day is enough: the same letter is not written twice.
          key: `${LETTER}:${person.id}:${day}`,
          municipalityId: ctx.here,
          to: person.email,
          language: ctx.language,
          from: name,
          subject: words.subject,
          secret: true,
          blocks: [
            { kind: 'paragraph', text: words.text(person.name) },
            { kind: 'link', text: words.link, href },
            { kind: 'note', text: words.week },
            { kind: 'note', text: words.notYou },
          ],
        },
      ]),
    );
  }

  /** @throws 409 when the link is none of ours, too old, or of an address the account no longer has */
  async confirmEmail(ctx: RequestContext, token: string) {
    const [personId = '', email = '', until = '0'] = (await this.signer.read(LETTER, token)) ?? [];
    if (Number(until) * DAY_MS < Date.now()) throw conflict('link-used-up');
    const { affected } = await ctx.db
      .getRepository(Person)
      .update({ id: personId, email }, { emailConfirmedAt: new Date() });
    if (!affected) throw conflict('link-used-up');
  }

  private async knownOf(ctx: RequestContext, personId: string, joined: boolean): Promise<Known> {
    const person = await ctx.db
      .getRepository(Person)
      .findOneOrFail({ where: { id: personId }, select: { id: true, emailConfirmedAt: true } });
    const confirmed = await ctx.db.getRepository(Standing).findOneBy({ personId, municipalityId: ctx.here });
    return knownOf(confirmed, person, joined);
  }

  private async requireMember(ctx: RequestContext, personId: string): Promise<boolean> {
    const roles = await ctx.db.getRepository(Membership).findBy({ personId, municipalityId: ctx.here });
    if (roles.length === 0) throw notFound();
    return roles.some(({ role }) => role === 'resident');
  }
}

/** What was confirmed before what they say. */
const districtsOf = (ctx: RequestContext, personId: string): Promise<StandingDistrict[]> =>
  ctx.db.query<StandingDistrict[]>(
    `SELECT district.id, district.name, found.confirmed FROM (
       SELECT district_id, true AS confirmed FROM standing WHERE municipality_id = $1 AND person_id = $2
       UNION ALL
       SELECT district_id, false FROM stated_district WHERE municipality_id = $1 AND person_id = $2
     ) AS found JOIN district ON district.id = found.district_id ORDER BY found.confirmed DESC`,
    [ctx.here, personId],
  );
