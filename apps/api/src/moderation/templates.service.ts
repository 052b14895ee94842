import { Injectable } from '@nestjs/common';
import { violates } from '../platform/database/database.js';
import { conflict, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { can } from './moderation.access.js';
import { LEGAL_CODES, REASON_CODES, type ReasonCode } from './reason-codes.js';
import { codesOf, LAWS, MOVE_REASON, REASON_TEMPLATES, UNDO_REASON } from './reason-templates.js';
import { ReasonTemplate } from './reason-template.entity.js';
import type { ReasonTemplateInput, ReasonTemplateList } from './templates.dto.js';

/** The words a municipality gives its reasons in, in its language and under its country's law. */
@Injectable()
export class TemplatesService {
  async list(ctx: RequestContext): Promise<ReasonTemplateList> {
    allow(ctx, can.moderate(ctx) || can.administer(ctx));
    const language = ctx.municipality?.language ?? 'da';
    const own = new Map((await this.current(ctx)).map((template) => [template.code, template]));
    return {
      language,
      items: codesOf(language).map((code) => {
        const { text, law, version, createdAt } = own.get(code) ?? {};
        return {
          code,
          text: text ?? REASON_TEMPLATES[language][code] ?? '',
          law: law ?? LAWS[language][code] ?? '',
          legal: LEGAL_CODES.some((legal) => legal === code),
          version: version ?? 0,
          changedAt: createdAt?.toISOString() ?? null,
        };
      }),
      undo: UNDO_REASON[language],
      move: MOVE_REASON[language],
    };
  }

  /** A new version; what was given as a reason before stays as it was given. @throws 409 `changed-meanwhile` */
  async change(
    ctx: RequestContext,
    asked: string,
    { text, law = '', version }: ReasonTemplateInput,
  ): Promise<ReasonTemplateList> {
    allow(ctx, can.administer(ctx));
    const code = REASON_CODES.find((known) => known === asked);
    if (!code || !codesOf(ctx.municipality?.language ?? 'da').includes(code)) throw notFound();
    const [last] = (await this.current(ctx)).filter((template) => template.code === code);
    if ((last?.version ?? 0) !== version) throw conflict('changed-meanwhile');
    try {
      await ctx.db.getRepository(ReasonTemplate).insert({
        municipalityId: ctx.here,
        code,
        version: version + 1,
        text,
        law,
        changedById: ctx.me.id,
      });
    } catch (error) {
      if (violates(error, 'reason_template_municipality_id_code_version_key'))
        throw conflict('changed-meanwhile');
      throw error;
    }
    return this.list(ctx);
  }

  /** The provision a reason rests on here; empty: the rules of conduct. */
  async lawOf(ctx: RequestContext, code: ReasonCode): Promise<string> {
    const own = (await this.current(ctx)).find((template) => template.code === code);
    return own?.law ?? LAWS[ctx.municipality?.language ?? 'da'][code] ?? '';
  }

  private current(ctx: RequestContext): Promise<ReasonTemplate[]> {
    return ctx.db
      .getRepository(ReasonTemplate)
      .createQueryBuilder('template')
      .distinctOn(['template.code'])
      .where('template.municipalityId = :here', { here: ctx.here })
      .orderBy('template.code')
      .addOrderBy('template.version', 'DESC')
      .getMany();
  }
}
