import { Injectable } from '@nestjs/common';
import { invalidField } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeCursor, limitOf, pageOf } from '../platform/http/paging.js';
import { CSV_BEGIN, csvRow } from '../platform/text/csv.rules.js';
import { today } from '../policies/policy.rules.js';
import { partsOf, periodAt, periodOf, type ReportPeriod } from './initiative-report.rules.js';
import type { InitiativeReport, ReportQuery, UndecidedInitiative } from './initiative-reports.dto.js';
import { InitiativeRulesService } from './initiative-rules.service.js';
import { can } from './initiatives.access.js';
import type { InitiativeStatus } from './life.rules.js';

/** Rows read at a time for a file. */
const BATCH = 500;

const HEADS = {
  da: ['Nummer', 'Titel', 'Enhed', 'Sagsnr.', 'Støtter', 'Afleveret', 'Svar senest', 'For sent'],
  sv: ['Nummer', 'Titel', 'Enhet', 'Diarienr', 'Stödjare', 'Överlämnat', 'Svara senast', 'Försenat'],
};
const YES = { da: 'ja', sv: 'ja' };

interface Row {
  id: string;
  number: number;
  title: string;
  status: InitiativeStatus;
  unit: string | null;
  caseNumber: string;
  supportCount: number;
  handedOverAt: Date;
  decideBy: Date | null;
  key: string;
}

/** What was handed over and is undecided, as the council is told of it once or several times a year. */
@Injectable()
export class InitiativeReportsService {
  constructor(private readonly rules: InitiativeRulesService) {}

  async show(ctx: RequestContext, query: ReportQuery): Promise<InitiativeReport> {
    allow(ctx, can.answer(ctx));
    const { period, parts } = await this.period(ctx, query);
    const limit = limitOf(query);
    const rows = await this.rows(ctx, period.until, decodeCursor(query.after, 2), limit + 1);
    const { items, next } = pageOf(
      rows,
      limit,
      (row) => [row.key, row.id],
      (row) => mapRow(row, period),
    );
    // A period ends with the end of a day: a moment before it is still that day.
    return { ...period, parts, until: today(new Date(period.until.getTime() - 1)), items, next };
  }

  /** The whole of it as a table, written as it is read. */
  async *csv(ctx: RequestContext, query: ReportQuery): AsyncGenerator<string> {
    allow(ctx, can.answer(ctx));
    const { period } = await this.period(ctx, query);
    const language = ctx.municipality?.language ?? 'da';
    yield CSV_BEGIN + csvRow(HEADS[language]);
    for (let after: string[] | null = null; ;) {
      const rows: Row[] = await this.rows(ctx, period.until, after, BATCH);
      for (const row of rows) {
        const { reference, title, unit, caseNumber, supportCount, handedOverAt, decideBy, late } = mapRow(
          row,
          period,
        );
        yield csvRow([
          reference,
          title,
          unit,
          caseNumber,
          supportCount,
          today(new Date(handedOverAt)),
          decideBy && today(new Date(Date.parse(decideBy) - 1)),
          late ? YES[language] : '',
        ]);
      }
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) return;
      after = [last.key, last.id];
    }
  }

  private async period(
    ctx: RequestContext,
    { year, part }: ReportQuery,
  ): Promise<{ period: ReportPeriod; parts: number }> {
    const rule = await this.rules.current(ctx);
    const parts = partsOf(rule?.scheme.decision.reportsPerYear ?? 1);
    const now = periodAt(today(), parts);
    if (part !== undefined && part > parts) throw invalidField('part', 'too-large', { max: parts });
    return {
      parts,
      period: periodOf(year ?? now.year, part ?? (year === undefined ? now.part : parts), parts),
    };
  }

  private rows(
    ctx: RequestContext,
    until: Date,
    after: readonly string[] | null,
    limit: number,
  ): Promise<Row[]> {
    return ctx.db.query<Row[]>(undecidedSql(after !== null), [ctx.here, until, limit, ...(after ?? [])]);
  }
}

/**
 * What was handed over before `$2` and had no answer by then, by two ways that each have an index: what has none yet, in
 * the order it was handed over, and what got one since, of which there is as much as was undecided then.
 */
export const undecidedSql = (goesOn: boolean): string => {
  const among = (condition: string) => `
    (SELECT id, handed_over_at FROM initiative
     WHERE municipality_id = $1 AND handed_over_at IS NOT NULL AND handed_over_at < $2 AND ${condition}
       AND hidden_at IS NULL AND status <> 'withdrawn' AND merged_into_id IS NULL
       ${goesOn ? 'AND (handed_over_at, id) > ($4::timestamptz, $5::uuid)' : ''}
     ORDER BY handed_over_at, id LIMIT $3)`;
  return `
    SELECT initiative.id, initiative.number::int AS number, initiative.title, initiative.status, unit.name AS unit,
      file.case_number AS "caseNumber", initiative.support_count AS "supportCount",
      initiative.handed_over_at AS "handedOverAt", initiative.decide_by AS "decideBy",
      initiative.handed_over_at::text AS key
    FROM (${among('answered_at IS NULL')}
      UNION ALL
      ${among('answered_at >= $2 AND tstzrange(handed_over_at, greatest(handed_over_at, answered_at)) @> $2::timestamptz')}
      ORDER BY handed_over_at, id LIMIT $3) AS undecided
      JOIN initiative ON initiative.id = undecided.id
      JOIN initiative_case AS file ON file.initiative_id = initiative.id
      LEFT JOIN organisation_unit AS unit ON unit.id = file.unit_id
    ORDER BY initiative.handed_over_at, initiative.id`;
};

/** Late at the end of the period, or now, while it runs. */
const mapRow = (row: Row, { until }: ReportPeriod): UndecidedInitiative => ({
  id: row.id,
  reference: `F-${row.number}`,
  title: row.title,
  state: row.status,
  unit: row.unit,
  caseNumber: row.caseNumber,
  supportCount: row.supportCount,
  handedOverAt: row.handedOverAt.toISOString(),
  decideBy: row.decideBy?.toISOString() ?? null,
  late: row.decideBy !== null && row.decideBy.getTime() <= Math.min(until.getTime(), Date.now()),
});
