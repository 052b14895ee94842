import { DATE, isoDate } from './written.dates.js';

export interface Validity {
  validFrom: string | null;
  validTo: string | null;
}

const TO = '(?: ?[-–—] ?| ?/ ?| (?:til og med|till och med|t\\.?o\\.?m\\.?|til|till|to|og|och|and|until) )';
const VALID =
  '(?<![\\p{L}])(?:gælder|gældende|gjelder|gäller|gällande|giltig|giltighet|giltighetstid|gyldig|gyldighed|gyldighedsperiode|gælde|gälla|valid|in force|applies|programperiode|programperioden|planperioden?|periode|perioden?|strategiperioden?|politikperioden?)(?![\\p{L}])';
const FILLER = '[^.\\n]{0,60}?';
const RANGE = new RegExp(`${VALID}${FILLER}(?<![\\d])(${DATE})${TO}(?:den )?(${DATE})(?![\\d])`, 'iu');
const SHORT_RANGE = new RegExp(
  `${VALID}${FILLER}(?<![\\d])((?:19|20)\\d{2}) ?[-–—/] ?(\\d{2})(?![\\d-])`,
  'iu',
);
const FROM = new RegExp(
  `${VALID}${FILLER}(?:fra og med|från och med|fr\\.?o\\.?m\\.?|fra|från|from|since)(?: den| dato| datum)?:? ?(${DATE})(?![\\d])`,
  'iu',
);
const UNTIL = new RegExp(
  `${VALID}${FILLER}(?:til og med|till och med|t\\.?o\\.?m\\.?|tom|frem til|fram till|til|till|until|to)(?: den| och med)?:? ?(${DATE})(?![\\d])`,
  'iu',
);
const TITLE_RANGE = /(?<!\d)((?:19|20)\d{2})(?: ?[-–—/] ?| til | till | to )((?:19|20)?\d{2})(?!\d)/iu;

/** From when to when a policy holds, as its title or a sentence about it says. */
export function validityOf(title: string, text: string): Validity {
  const inTitle = TITLE_RANGE.exec(title);
  if (inTitle)
    return { validFrom: inTitle[1] ?? null, validTo: fullYear(inTitle[1] ?? '', inTitle[2] ?? '') };
  const range = RANGE.exec(text);
  if (range && inOrder(range[1], range[2]))
    return { validFrom: isoDate(range[1] ?? ''), validTo: isoDate(range[2] ?? '') };
  const short = SHORT_RANGE.exec(text);
  if (short) return { validFrom: short[1] ?? null, validTo: fullYear(short[1] ?? '', short[2] ?? '') };
  const front = frontRange(text);
  if (front) return front;
  const validFrom = isoDate(FROM.exec(text)?.[1] ?? '');
  const validTo = isoDate(UNTIL.exec(text)?.[1] ?? '');
  return { validFrom, validTo };
}

/** A line of the front page that is nothing but years: "2020–2024". */
function frontRange(text: string): Validity | null {
  const match =
    /^(?:perioden |period )?((?:19|20)\d{2})(?: ?[-–—] ?| til | till )((?:19|20)\d{2})\.?$/imu.exec(
      text.slice(0, 1500),
    );
  return match ? { validFrom: match[1] ?? null, validTo: match[2] ?? null } : null;
}

function inOrder(from: string | undefined, to: string | undefined): boolean {
  return (isoDate(from ?? '') ?? '') <= (isoDate(to ?? '') ?? '').padEnd(10, '9');
}

/** "2020-24" ends in 2024. */
function fullYear(from: string, to: string): string {
  return to.length === 2 ? from.slice(0, 2) + to : to;
}
