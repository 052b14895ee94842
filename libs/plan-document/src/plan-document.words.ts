import type { PlanCurrency, PlanLanguage } from './plan-document.model.js';
import type { PlanFixedWords } from './plan-words.types.js';
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
