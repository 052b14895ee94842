import { Injectable } from '@nestjs/common';
import { notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { Statement } from './statement.entity.js';
import { can } from './moderation.access.js';
import { mapStatement, type StatementView } from './statements.dto.js';
import { TemplatesService } from './templates.service.js';

/** Everything of a statement that is not the same for all of them. */
export type NewStatement = Pick<Statement, 'action' | 'reason'> &
  Partial<Omit<Statement, 'id' | 'municipalityId' | 'complainUntil' | 'createdAt' | 'law'>>;

/** For how long one can complain. */
const COMPLAIN = "now() + interval '6 months'";

/** The reasons somebody is given for what was decided about them, kept as they were given. */
@Injectable()
export class StatementsService {
  constructor(private readonly templates: TemplatesService) {}

  /** Within the transaction of the decision, whose permission has been checked. Gives its id. */
  async write(ctx: RequestContext, statement: NewStatement): Promise<string> {
    const [id = ''] = await this.writeAll(ctx, [statement]);
    return id;
  }

  /** The same decision about several things; gives the ids in their order. */
  async writeAll(ctx: RequestContext, statements: readonly NewStatement[]): Promise<string[]> {
    const [first] = statements;
    if (!first) return [];
    const law = first.reasonCode ? await this.templates.lawOf(ctx, first.reasonCode) : '';
    const { identifiers } = await ctx.db
      .createQueryBuilder()
      .insert()
      .into(Statement)
      .values(
        statements.map((statement) => ({
          language: ctx.municipality?.language ?? 'da',
          ...statement,
          law: law || null,
          municipalityId: ctx.here,
          complainUntil: () => COMPLAIN,
        })),
      )
      .execute();
    return identifiers.map(({ id }) => String(id));
  }

  /** For the person it was given to, and for moderators. @throws 404 */
  async show(ctx: RequestContext, id: string): Promise<StatementView> {
    allow(ctx, ctx.person !== null);
    const statement = await ctx.db
      .getRepository(Statement)
      .findOneBy({ id, municipalityId: ctx.here, ...(!can.moderate(ctx) && { personId: ctx.me.id }) });
    if (!statement) throw notFound();
    const [row] = await ctx.db.query<{ undone: boolean }[]>(
      `SELECT EXISTS (SELECT FROM moderation_decision
         WHERE previous_id = $1 AND action IN ('undo', 'restore')) AS undone`,
      [statement.decisionId],
    );
    return mapStatement({ ...statement, undone: row?.undone ?? false });
  }
}
