import { Injectable } from '@nestjs/common';
import { violates } from '../platform/database/database.js';
import { invalidField, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { AnswerTemplate } from './answer-template.entity.js';
import { getUnknownPlaces } from './answer-template.rules.js';
import type { AnswerTemplateInput, AnswerTemplateList } from './answer-templates.dto.js';
import { can } from './initiatives.access.js';

/** Answers prepared once for many initiatives. */
@Injectable()
export class AnswerTemplatesService {
  async list(ctx: RequestContext): Promise<AnswerTemplateList> {
    allow(ctx, can.answer(ctx));
    const rows = await ctx.db.query<
      (Omit<AnswerTemplateList['items'][number], 'changedAt'> & { changedAt: Date })[]
    >(
      `SELECT template.id, template.title, template.outcome, template.text, person.name AS "changedBy",
         template.changed_at AS "changedAt"
       FROM answer_template AS template LEFT JOIN person ON person.id = template.changed_by_id
       WHERE template.municipality_id = $1 ORDER BY template.title, template.id`,
      [ctx.here],
    );
    return { items: rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() })) };
  }

  async add(ctx: RequestContext, input: AnswerTemplateInput): Promise<AnswerTemplateList> {
    allow(ctx, can.answer(ctx));
    await this.write(input, () =>
      ctx.db
        .getRepository(AnswerTemplate)
        .insert({ ...input, municipalityId: ctx.here, changedById: ctx.me.id }),
    );
    return this.list(ctx);
  }

  async change(ctx: RequestContext, id: string, input: AnswerTemplateInput): Promise<AnswerTemplateList> {
    allow(ctx, can.answer(ctx));
    const { affected } = await this.write(input, () =>
      ctx.db
        .getRepository(AnswerTemplate)
        .update(
          { id, municipalityId: ctx.here },
          { ...input, changedById: ctx.me.id, changedAt: new Date() },
        ),
    );
    if (!affected) throw notFound();
    return this.list(ctx);
  }

  async remove(ctx: RequestContext, id: string): Promise<AnswerTemplateList> {
    allow(ctx, can.answer(ctx));
    const { affected } = await ctx.db.getRepository(AnswerTemplate).delete({ id, municipalityId: ctx.here });
    if (!affected) throw notFound();
    return this.list(ctx);
  }

  private async write<T>({ text }: AnswerTemplateInput, writing: () => Promise<T>): Promise<T> {
    requireKnownPlaces(text);
    try {
      return await writing();
    } catch (error) {
      if (violates(error, 'answer_template_municipality_id_title_key')) throw invalidField('title', 'taken');
      throw error;
    }
  }
}

/** @throws 422 on `text` where it has places that nobody can fill */
export function requireKnownPlaces(text: string) {
  if (getUnknownPlaces(text).length > 0) throw invalidField('text', 'unknown-place');
}
