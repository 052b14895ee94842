import { Injectable } from '@nestjs/common';
import { invalidField, notFound, Problem } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { collectsUntil, fillTemplate, manyBlocker } from './answer-template.rules.js';
import {
  MOST_AT_ONCE,
  type AnswerPreviewList,
  type ManyAnswersInput,
  type AnsweredInitiatives,
  type ManyUndoInput,
} from './answer-templates.dto.js';
import { requireKnownPlaces } from './answer-templates.service.js';
import { HandlingService } from './handling.service.js';
import { answerableByIds, type AnswerableRow } from './initiative-cases.repository.js';
import { can } from './initiatives.access.js';

const LOCALES = { da: 'da-DK', sv: 'sv-SE' };

/**
 * The same answer to several initiatives. Each is answered for itself, under its lock and in a transaction of its own,
 * so that one that moved on in the meantime keeps none of the others from being answered.
 */
@Injectable()
export class ManyAnswersService {
  constructor(private readonly handling: HandlingService) {}

  /** What each would say, and why one would be refused. */
  async preview(ctx: RequestContext, input: ManyAnswersInput): Promise<AnswerPreviewList> {
    allow(ctx, can.answer(ctx));
    requireKnownPlaces(input.text);
    const now = new Date();
    const rows = await this.rows(ctx, input.initiativeIds);
    return {
      items: rows.map((row) => {
        const text = filled(ctx, row, input.text);
        return {
          id: row.id,
          reference: `F-${row.number}`,
          title: row.title,
          text,
          state: row.status,
          problem: manyBlocker(row, { outcome: input.outcome, text }, now),
          collectsUntil: collectsUntil(row, now),
        };
      }),
    };
  }

  async answer(ctx: RequestContext, input: ManyAnswersInput): Promise<AnsweredInitiatives> {
    allow(ctx, can.answer(ctx));
    requireKnownPlaces(input.text);
    const { outcome } = input;
    return this.each(ctx, input.initiativeIds, async (row) => {
      const text = filled(ctx, row, input.text);
      const problem = manyBlocker(row, { outcome, text }, new Date());
      if (problem) return problem;
      await this.handling.answer(ctx, row.id, { outcome, text });
      return null;
    });
  }

  /** What was decided is under consideration again. */
  async undo(ctx: RequestContext, { initiativeIds, note }: ManyUndoInput): Promise<AnsweredInitiatives> {
    allow(ctx, can.answer(ctx));
    return this.each(ctx, initiativeIds, async ({ id }) => {
      await this.handling.move(ctx, id, { act: 'undecide', note });
      return null;
    });
  }

  /** One after the other: a lock each, and what is refused is said of that one. */
  private async each(
    ctx: RequestContext,
    ids: readonly string[],
    work: (row: AnswerableRow) => Promise<string | null>,
  ): Promise<AnsweredInitiatives> {
    const items: AnsweredInitiatives['items'] = [];
    for (const row of await this.rows(ctx, ids)) {
      const { id, number, title } = row;
      let problem: string | null;
      try {
        problem = await work(row);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        problem = error.code;
      }
      items.push({ id, reference: `F-${number}`, title, problem });
    }
    return { items };
  }

  /** @throws 404 where one of them is not there */
  private async rows(ctx: RequestContext, ids: readonly string[]): Promise<AnswerableRow[]> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) throw invalidField('initiativeIds', 'required');
    if (wanted.length > MOST_AT_ONCE) throw invalidField('initiativeIds', 'too-many', { max: MOST_AT_ONCE });
    const rows = await answerableByIds(ctx, wanted);
    if (rows.length !== wanted.length) throw notFound();
    return rows;
  }
}

const filled = (ctx: RequestContext, { title, number, supportCount }: AnswerableRow, text: string): string =>
  fillTemplate(text, {
    title,
    reference: `F-${number}`,
    support: supportCount.toLocaleString(LOCALES[ctx.municipality?.language ?? 'da']),
  });
