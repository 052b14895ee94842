import { Injectable } from '@nestjs/common';
import { allow } from '../platform/http/access.js';
import { together } from '../platform/http/together.js';
import type { RequestContext } from '../platform/http/context.js';
import { CSV_BEGIN, csvRow, type CsvRow } from '../platform/text/csv.rules.js';
import { RECORD_WORDS } from './records.words.js';
import { can } from './redress.access.js';
import { mapTransparency, type TransparencyView } from './transparency.dto.js';
import { countsOf, firstYear, mediansOf } from './transparency.repository.js';
import { FEWEST_PERSONS, reportOf, yearsFrom } from './transparency.rules.js';
import { TRANSPARENCY_WORDS } from './transparency.words.js';

/** What moderation did in a year, for everyone. */
@Injectable()
export class TransparencyService {
  /** It costs the same however many ask: a year's rows are counted once for those who ask at the same moment. */
  private readonly together = together<TransparencyView>();

  async show(ctx: RequestContext, year = new Date().getFullYear()): Promise<TransparencyView> {
    allow(ctx, can.readTransparency());
    return this.together(`${ctx.here}:${year}`, async () => {
      const [counts, medians, first] = [
        await countsOf(ctx, year),
        await mediansOf(ctx, year),
        await firstYear(ctx),
      ];
      const years = yearsFrom(first, new Date().getFullYear());
      return mapTransparency(reportOf(counts, medians), { year, years, fewestPersons: FEWEST_PERSONS });
    });
  }

  /** The same as CSV, safe to open in a spreadsheet. */
  async file(ctx: RequestContext, year?: number): Promise<{ fileName: string; content: string }> {
    allow(ctx, can.readTransparency());
    const report = await this.show(ctx, year);
    const { language = 'da', name = '' } = ctx.municipality ?? {};
    const words = TRANSPARENCY_WORDS[language];
    const lists = [
      'notices',
      'noticeOutcomes',
      'reports',
      'decisions',
      'reasons',
      'rules',
      'orders',
      'restrictions',
      'appeals',
    ] as const;
    const { codes, what, kinds } = RECORD_WORDS[language];
    const nameOf = (key: string) => codes[key] ?? what[key] ?? '';
    const rows: CsvRow[] = [
      words.head,
      ...lists.flatMap((list) =>
        report[list].map(({ key, count }) => [
          report.year,
          words.measures[list],
          key,
          nameOf(key),
          count ?? words.fewer(report.fewestPersons),
          null,
          null,
        ]),
      ),
      [report.year, words.measures.ordersInTime, '', '', report.ordersInTime, null, null],
      [report.year, words.measures.automatedPercent, '', '', report.automated, report.automatedPercent, null],
      ...report.medians.map(({ measure, count, minutes }) => [
        report.year,
        words.measures.medianMinutes,
        measure,
        kinds[measure] ?? '',
        count,
        null,
        minutes,
      ]),
    ];
    return {
      fileName: words.fileName(name, report.year),
      content: CSV_BEGIN + rows.map(csvRow).join(''),
    };
  }
}
