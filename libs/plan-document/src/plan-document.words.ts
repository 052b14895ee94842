import type {
  PlanActionStatus,
  PlanCurrency,
  PlanLanguage,
  PlanOutcome,
  PlanProcessKind,
  PlanPublication,
  PlanReferenceKind,
} from './plan-document.model.js';
import { da } from './plan-words.da.js';
import { en } from './plan-words.en.js';
import { sv } from './plan-words.sv.js';

/** The fixed words of a plan in one language, and how that language writes dates, numbers and money. */
export type PlanWords = PlanFixedWords & {
  /** BCP 47, e.g. "da-DK": the language the document itself is marked with. */
  locale: string;
  /** "25. maj 2026"; a date that is no ISO date is given back as it is. */
  formatDate: (iso: string) => string;
  /** "3.–25. maj 2026" in the language's own way; one date alone reads "fra …" or "til …". */
  formatPeriod: (startsOn: string | null, endsOn: string | null) => string;
  formatNumber: (value: number) => string;
  /** 0.314 becomes "31 %". */
  formatShare: (fraction: number) => string;
  /** Whole kroner or kronor: "250.000 kr.", "250 000 kr". */
  formatMoney: (amount: number, currency: PlanCurrency) => string;
  /** The name of a language: "svensk", "danska"; an unknown code is given back as it is. */
  languageName: (code: string) => string;
};

type Counted = (count: number) => string;

export type PlanFixedWords = {
  actionPlan: string;
  draft: string;
  publication: Record<PlanPublication, string>;
  notStated: string;
  /** The marks that open and close a quote. */
  quoteMarks: [string, string];
  page: string;
  pageOf: string;
  contents: string;

  frontPage: {
    municipality: string;
    policy: string;
    plan: string;
    year: string;
    ownerUnit: string;
    adoptedBy: string;
    adoptedOn: string;
    notAdopted: string;
    caseNumber: string;
    status: string;
    url: string;
    exportedOn: string;
    themeColour: string;
  };

  chapters: {
    introduction: string;
    vision: string;
    processes: string;
    actions: string;
    money: string;
    followUp: string;
    ideaCatalogue: string;
    consultationReport: string;
  };
  followUpPart: string;
  evaluationPart: string;

  references: {
    title: string;
    explanation: string;
    kinds: Record<PlanReferenceKind, string>;
    reference: string;
    link: string;
  };

  process: {
    kind: string;
    kinds: Record<PlanProcessKind, string>;
    title: string;
    question: string;
    level: string;
    promise: string;
    period: string;
    startsOn: string;
    endsOn: string;
    methods: string;
    meetings: string;
    meeting: string;
    date: string;
    place: string;
    participants: string;
    participantTarget: string;
    youngShare: string;
    groups: string;
    contributions: string;
    works: string;
    doesNot: string;
    need: string;
    decision: string;
    decidedBy: string;
    decidedOn: string;
    caseNumber: string;
  };

  action: {
    number: string;
    focusArea: string;
    goal: string;
    action: string;
    title: string;
    description: string;
    background: string;
    targetGroup: string;
    successCriterion: string;
    indicator: string;
    targetValue: string;
    responsible: string;
    lead: string;
    partners: string;
    schedule: string;
    startsOn: string;
    endsOn: string;
    economy: string;
    amount: string;
    currency: string;
    status: string;
    followUp: string;
    result: string;
    statuses: Record<PlanActionStatus, string>;
    /** Headings of the card in the document, where several columns share one. */
    aims: string;
    responsibility: string;
    overview: string;
    details: string;
  };

  background: {
    commentCount: string;
    initiativeCount: string;
    supporterCount: string;
    youngShare: string;
    bySourceGroup: string;
    initiatives: string;
    quotes: string;
    comments: Counted;
    initiativesCounted: Counted;
    supporters: Counted;
    young: (share: string) => string;
    inLanguage: (language: string) => string;
  };

  money: {
    withinFrame: string;
    amount: string;
    subtotal: (area: string) => string;
    total: string;
    withinFrameCount: Counted;
    notStatedCount: Counted;
    noAmount: string;
    row: string;
    rows: { action: string; subtotal: string; total: string };
    note: string;
  };

  input: {
    action: string;
    kind: string;
    kinds: { group: string; initiative: string; quote: string };
    text: string;
    language: string;
    count: string;
  };

  ideas: { meeting: string; theme: string; idea: string };

  consultation: {
    process: string;
    theme: string;
    input: string;
    answer: string;
    change: string;
    outcome: string;
    outcomes: Record<PlanOutcome, string>;
    noChange: string;
    sources: string;
  };

  /** What the document says where a part is empty: a part never vanishes silently. */
  empty: {
    introduction: string;
    vision: string;
    processes: string;
    actions: string;
    focusArea: string;
    background: string;
    text: string;
    followUp: string;
    evaluation: string;
    actionFollowUp: string;
    result: string;
    decision: string;
    meetings: string;
    ideas: string;
    themes: string;
    consultation: string;
    answer: string;
  };

  /** What a screen reader says of a table before reading it. */
  tables: {
    overview: (area: string) => string;
    action: (action: string) => string;
    money: string;
    meetings: string;
    consultation: string;
    process: string;
    legend: string;
  };

  /** At most 31 characters, none of \ / ? * [ ] : */
  sheets: {
    actions: string;
    money: string;
    input: string;
    ideas: string;
    consultation: string;
    processes: string;
    meetings: string;
    plan: string;
  };

  about: { label: string; value: string };

  /** Appended where a text was longer than a cell of a spreadsheet holds. */
  cut: string;
};

const byLanguage: Record<PlanLanguage, { locale: string; from: string; to: string; words: PlanFixedWords }> =
  {
    da: { locale: 'da-DK', from: 'fra', to: 'til', words: da },
    sv: { locale: 'sv-SE', from: 'från', to: 'till', words: sv },
    en: { locale: 'en-GB', from: 'from', to: 'until', words: en },
  };

/** The words of one language. Cheap enough to call once per export, not once per cell. */
export function planWords(language: PlanLanguage): PlanWords {
  const { locale, from, to, words } = byLanguage[language];
  // A calendar date has no time zone: read and written in UTC, it cannot slip to the day before.
  const days = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const amounts: Record<PlanCurrency, Intl.NumberFormat> = {
    DKK: money(locale, 'DKK'),
    SEK: money(locale, 'SEK'),
  };
  const languages = new Intl.DisplayNames(locale, { type: 'language' });

  const formatDate = (iso: string) => {
    const day = planDay(iso);
    return day ? days.format(day) : iso;
  };
  return {
    ...words,
    locale,
    formatDate,
    formatPeriod: (startsOn, endsOn) => {
      const [start, end] = [startsOn ? planDay(startsOn) : null, endsOn ? planDay(endsOn) : null];
      if (start && end && start <= end) return days.formatRange(start, end);
      if (startsOn && endsOn) return `${formatDate(startsOn)} – ${formatDate(endsOn)}`;
      if (startsOn) return `${from} ${formatDate(startsOn)}`;
      return endsOn ? `${to} ${formatDate(endsOn)}` : '';
    },
    formatNumber: (value) => numbers.format(value),
    formatShare: (fraction) => shares.format(fraction),
    formatMoney: (amount, currency) => amounts[currency].format(amount),
    languageName: (code) => {
      try {
        return languages.of(code) ?? code;
      } catch {
        return code;
      }
    },
  };
}

/** Midnight UTC of an ISO calendar date; `null` for anything else, such as "2026-02-31". */
export function planDay(iso: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const day = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso) ? day : null;
}

function money(locale: string, currency: PlanCurrency) {
  return new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 });
}
