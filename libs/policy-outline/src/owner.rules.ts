import type { OwnerUnit } from './outline.types.js';
import { isUnit } from './title.rules.js';

const EMAIL = /[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{2,30}){1,4}/u;
const PHONE =
  /(?:telefon|tlf|tel|phone|växel)\.?(?: ?(?:nr\.?|nummer))? ?[:.]? ?(\+?\d(?:[\d ()–-]{5,20})\d)/iu;
const POSTCODE = /(?<![\d])(?:\d{4}|\d{3} \d{2}) \p{Lu}[\p{L}-]{1,30}(?: [A-ZÆØÅÄÖ]{1,2}(?![\p{L}]))?/u;
const STREET = /(?:^|[\n,/] ?)(\p{Lu}[\p{L}.]{1,30}(?: \p{L}{1,20}){0,2} \d{1,4} ?[A-Z]?)(?=[\s,/]|$)/u;
const MADE_BY =
  /(?:udarbejdet|utarbejdet|framtagen|framtaget|utgiven|udgivet|prepared|published) (?:af|av|by) ((?:\p{L}[\p{L},-]{0,40} ){0,9}\p{L}[\p{L}-]{1,40})(?=[.,;\n]|$)/iu;

const NO_UNIT =
  /^(kontakt|contact|yderligere|mer information|mere information|läs mer|læs mere|vil du vide|vill du veta|spørgsmål|frågor|kolofon)/iu;

/** Whom to ask: from a block with a telephone number, an e-mail or an address, and the line above it. */
export function ownerOf(contact: string, above: string | null, text: string): OwnerUnit | null {
  const email = EMAIL.exec(contact)?.[0].replace(/\.$/, '') ?? null;
  const phone = PHONE.exec(contact)?.[1]?.trim() ?? null;
  const unit = unitOf(contact, above) ?? MADE_BY.exec(text)?.[1] ?? null;
  if (!email && !phone && !unit) return null;
  return { unit, address: addressOf(contact), phone, email };
}

function unitOf(contact: string, above: string | null): string | null {
  const first = contact.split('\n')[0]?.trim() ?? '';
  if (isUnit(first) && first.length < 90) return first;
  if (above && above.length < 90 && !/[.:]$/.test(above) && !NO_UNIT.test(above)) return above;
  const plain = first.length < 60 && !/[\d@:]/.test(first) && contact.includes('\n');
  return plain ? first : null;
}

function addressOf(contact: string): string | null {
  const place = POSTCODE.exec(contact);
  if (!place) return null;
  const before = contact.slice(0, place.index).trimEnd().replace(/,$/, '');
  const street = STREET.exec(before.slice(-80))?.[1] ?? before.split('\n').at(-1)?.trim() ?? '';
  return /\d/.test(street) && street.length < 60 ? `${street}, ${place[0]}` : place[0];
}
