import { endOfDay } from './scheme.rules.js';

export interface ReportPeriod {
  year: number;
  /** 1 is the first of the year. */
  part: number;
  /** Its last moment. */
  until: Date;
}

/** Reports that divide a year evenly: one, two, three, four, six or twelve; a rule of none asks for one all the same. */
export const partsOf = (reportsPerYear: number): number =>
  [1, 2, 3, 4, 6, 12].findLast((parts) => parts <= Math.max(1, reportsPerYear)) ?? 1;

const lastDayOf = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

export const periodOf = (year: number, part: number, parts: number): ReportPeriod => ({
  year,
  part,
  until: endOfDay(lastDayOf(year, (part * 12) / parts)),
});

/** The one that day is in: "2026-11-23". */
export const periodAt = (day: string, parts: number): ReportPeriod => {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return periodOf(year, Math.ceil((month * parts) / 12), parts);
};
