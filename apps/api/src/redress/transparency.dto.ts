import { OneOf, Part, Text, Whole } from '../platform/http/fields.js';
import type { YearReport } from './transparency.rules.js';

export class TransparencyQuery {
  @Whole({ min: 2000, max: 2200, optional: true }) year?: number;
}

export class KeyCountView {
  /** A code: of a reason, an outcome, a rule. */
  @Text() key: string;
  /** null: a few persons, fewer than `fewestPersons`. */
  @Whole({ nullable: true }) count: number | null;
}

const MEASURES = ['report', 'notice', 'order', 'appeal'] as const;

export class MedianView {
  @OneOf(MEASURES, 'TransparencyMeasure') measure: (typeof MEASURES)[number];
  @Whole() count: number;
  /** From when it came to when it was decided. */
  @Whole() minutes: number;
}

/** What moderation did in a year, for everyone (regulation 2022/2065, art. 15). */
export class TransparencyView {
  @Whole() year: number;
  @Whole({ array: true }) years: number[];
  @Whole() fewestPersons: number;
  @Part(() => KeyCountView, { array: true }) notices: KeyCountView[];
  @Part(() => KeyCountView, { array: true }) noticeOutcomes: KeyCountView[];
  @Part(() => KeyCountView, { array: true }) reports: KeyCountView[];
  @Part(() => KeyCountView, { array: true }) decisions: KeyCountView[];
  @Part(() => KeyCountView, { array: true }) reasons: KeyCountView[];
  @Part(() => KeyCountView, { array: true }) rules: KeyCountView[];
  @Part(() => KeyCountView, { array: true }) orders: KeyCountView[];
  /** Carried out within the hour. */
  @Whole() ordersInTime: number;
  @Part(() => KeyCountView, { array: true }) restrictions: KeyCountView[];
  @Part(() => KeyCountView, { array: true }) appeals: KeyCountView[];
  /** Whole per cent of what kept something from being read; null: nothing did. */
  @Whole({ nullable: true }) automatedPercent: number | null;
  /** How often something was kept from being read, and how often a rule did it by itself. */
  @Whole() restricted: number;
  @Whole() automated: number;
  @Part(() => MedianView, { array: true }) medians: MedianView[];
}

export const mapTransparency = (
  { automatedShare, medians, ...report }: YearReport,
  { year, years, fewestPersons }: Pick<TransparencyView, 'year' | 'years' | 'fewestPersons'>,
): TransparencyView => ({
  year,
  years,
  fewestPersons,
  ...report,
  automatedPercent: automatedShare === null ? null : Math.round(automatedShare * 100),
  medians: medians.flatMap(({ measure, count, hours }) => {
    const known = MEASURES.find((one) => one === measure);
    return known ? [{ measure: known, count, minutes: Math.round(hours * 60) }] : [];
  }),
});
