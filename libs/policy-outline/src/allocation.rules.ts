import type { Body } from './block.types.js';
import type { Allocation, OutlineLanguage } from './outline.types.js';

const AMOUNT =
  /(?<![\d.,])(\d{1,3}(?:[. ]\d{3}){1,4}|\d{1,9}(?:,\d{1,3})?) ?(mio\.?|mia\.?|miljoner|milj\.?|millioner|miljarder|milliarder|mkr|tkr|tusen|tusind)? ?(kr\.?|kroner|kronor|dkk|sek|nok)?(?![\p{L}\d])/giu;
const YEARLY =
  /(?<![\p{L}])(årligt|årligen|årlig|årlige|årliga|om året|per år|pr\.? år|hvert år|varje år|per year|a year|annually|yearly)(?![\p{L}])/iu;
const YEAR = /(?<![\d.,])(20\d{2})(?: ?[-–—] ?(20\d{2}|\d{2}))?(?![\d.,]?\d)/gu;
const SPENDING =
  /(?<![\p{L}])(penge|pengene|midler|midlerne|brugt|bruges|pengar|pengarna|medlen|medel|används|använts|spent|money|budget\p{L}*)(?![\p{L}])/iu;

/**
 * Sums the text says are set aside. Years are those of the sentence, or of the lines after it that say how
 * the money is spent year by year.
 */
export function allocationsOf(blocks: readonly Body[], language: OutlineLanguage | null): Allocation[] {
  return blocks.flatMap((block, i) => {
    return textsOf(block)
      .flatMap(sentencesOf)
      .flatMap((sentence) => inSentence(sentence, language, () => spendingYears(blocks, i + 1)));
  });
}

function textsOf(block: Body): string[] {
  if (block.kind === 'paragraph') return [block.text];
  return block.kind === 'list' ? block.items.flatMap(({ text, more }) => [text, ...more]) : [];
}

function inSentence(sentence: string, language: OutlineLanguage | null, later: () => number[]): Allocation[] {
  if (!/\d/.test(sentence) || sentence.length > 2000) return [];
  return [...sentence.matchAll(AMOUNT)].flatMap((match) => {
    const [printed, digits = '', scale = '', unit = ''] = match;
    if (unit === '' && !/^(mkr|tkr)$/i.test(scale)) return [];
    const amount = amountOf(digits, scale);
    if (!(amount >= 1000)) return [];
    const years = yearsIn(sentence.replace(printed, ' '));
    return [
      {
        label: labelOf(sentence, match.index),
        amount,
        currency: currencyOf(unit, language),
        yearly: YEARLY.test(sentence),
        years: years.length > 0 ? years : later(),
      },
    ];
  });
}

function amountOf(digits: string, scale: string): number {
  const value = Number(digits.replace(/[. ]/g, '').replace(',', '.'));
  return Math.round(value * factorOf(scale.toLowerCase()));
}

function factorOf(scale: string): number {
  if (/^(mia|miljarder|milliarder)/.test(scale)) return 1e9;
  if (/^(mio|milj|mill|mkr)/.test(scale)) return 1e6;
  return /^(tkr|tus)/.test(scale) ? 1e3 : 1;
}

function currencyOf(unit: string, language: OutlineLanguage | null): Allocation['currency'] {
  if (/^(dkk|sek|nok)$/i.test(unit)) return unit.toUpperCase() as Allocation['currency'];
  if (language === 'sv' || /^kronor$/i.test(unit)) return 'SEK';
  return language === 'nb' ? 'NOK' : 'DKK';
}

/** "Kommunens andel af værdighedspuljen er …" is about værdighedspuljen; otherwise the sentence says it. */
function labelOf(sentence: string, at: number): string {
  const before = sentence.slice(Math.max(0, at - 200), at);
  const named = /(?:andel|del|share) (?:af|av|of) (?:den |det |the )?([\p{L}-]{4,50}) /iu.exec(before)?.[1];
  return named ?? (sentence.length > 160 ? `${sentence.slice(0, 157).replace(/ [^ ]*$/, '')} …` : sentence);
}

function spendingYears(blocks: readonly Body[], from: number): number[] {
  const years = new Set<number>();
  for (const block of blocks.slice(from, from + 12)) {
    if (block.kind === 'read-more') {
      if (SPENDING.test(block.text)) yearsIn(block.text).forEach((year) => years.add(year));
    } else if (block.kind === 'paragraph') break;
  }
  return [...years].sort((a, b) => a - b);
}

function yearsIn(text: string): number[] {
  const years = new Set<number>();
  for (const match of text.matchAll(YEAR)) {
    const from = Number(match[1]);
    const to = match[2] ? Number(match[2].length === 2 ? `20${match[2]}` : match[2]) : from;
    for (let year = from; year <= Math.min(to, from + 30); year++) years.add(year);
  }
  return [...years].sort((a, b) => a - b);
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[\p{L})][.!?]) (?=\p{Lu})/u);
}
