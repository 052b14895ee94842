import { DATE, isoDate } from './written.dates.js';

export interface Adoption {
  adoptedBy: string | null;
  adoptedOn: string | null;
  publishedYear: number | null;
}

const ADOPTED =
  '(?:vedtaget|vedtatt|vedtages|godkendt|godkänd|godkänt|antagen|antaget|antogs|fastställd|fastställt|fastställdes|beslutad|beslutat|besluttet|beslutet|tiltrådt|adopted|approved)';
const BY = new RegExp(
  `(?<![\\p{L}])${ADOPTED}(?: enstämmigt| enstemmigt| enigt)? (?:af|av|i|by|på)(?: det| den| the)? ?:? ?([^,.:;()\\n\\d]{3,60}?)(?= ?(?:[,.:;()\\n]|$|den \\d|on \\d|\\d|i \\p{L}+ \\d|ved |vid |at |på ))`,
  'iu',
);
const ON = new RegExp(
  `(?<![\\p{L}])(?:${ADOPTED}|beslutsdatum|vedtagelsesdato|vedtaksdato|antagandedatum|datum för beslut|date of adoption|(?<=^|\\n)(?:datum|dato|date)(?= ?:))[^\\n]{0,100}?(?<![\\d])(${DATE})(?![\\d])`,
  'iu',
);
const BODY_LINE =
  /(?:beslutsinstans|beslutande instans|beslutsorgan|beslutad av|fastställd av|antagen av|vedtaget af|vedtatt av|godkendt af|adopted by|besluttende organ) ?: ?([^,.;()\n\d]{3,60})/iu;
const PUBLISHED =
  /(?<![\p{L}])(?:udgivelsesår|udgivet|utgivningsår|utgiven|utgivet|published|publicerad|publiceret|year of publication)[^\n\d]{0,40}((?:19|20)\d{2})(?!\d)/iu;

/** Who adopted a policy and when, and the year it was published. */
export function adoptionOf(text: string): Adoption {
  const by = BODY_LINE.exec(text)?.[1] ?? BY.exec(text)?.[1] ?? null;
  const year = PUBLISHED.exec(text)?.[1];
  return {
    adoptedBy: by ? by.trim().replace(/ (den|i|on)$/i, '') : null,
    adoptedOn: isoDate(ON.exec(text)?.[1] ?? ''),
    publishedYear: year ? Number(year) : null,
  };
}
