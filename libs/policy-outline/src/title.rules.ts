import { isReadMore } from './read-more.rules.js';

const IMPRINT =
  /^(vedtaget|vedtatt|godkendt|godkänd|godkänt|antagen|antaget|antagande|fastställd|fastställt|fastställelse|beslutad|beslutat|beslutet|besluts\p{L}+|udgivet|udgivelsesår|utgiven|utgivning|gældende|gælder|gjelder|gäller|gällande|giltig|giltighet|giltighetstid|gyldig|gyldighed|diarienummer|diarienr|dnr|sagsnr|sagsnummer|journalnr|version|revideret|reviderad|senast|sidst|ansvarig|dokument\p{L}+|datum|dato|date|adopted|approved|published|valid|foto|layout|tryk|tryckning|isbn|författare|forfatter|udarbejdet|framtagen|handläggare|kontaktperson|forsidefoto|copyright|©)(?![\p{L}])/iu;
const DATE_ALONE =
  /^(perioden |period )?((\d{1,2}\. )?(januari?|februari?|marts|mars|april|maj|mai|may|juni|june|juli|july|augusti?|september|oktober|october|november|december|desember) )?\d{4}( ?[-–—/] ?\d{2,4})?$/iu;
const CONTACT =
  /(?:[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{2,40})|(?<![\p{L}])(?:telefon|tlf|tel|phone|e-mail|e-post|epost|mail|fax|mobil)\.?(?: ?(?:nr\.?|nummer))? ?[:.]|(?:^|\s)www\.[\w-]{1,60}\.|^https?:\/\/|^\d{4} \p{Lu}[\p{L} ]{1,30}$|^(?:se-|dk-|s-)?\d{3} ?\d{2} \p{Lu}[\p{L} ]{1,30}$|^\p{Lu}[\p{L}. ]{2,40} \d{1,4} ?[A-Z]?,? (?:\d{4}|\d{3} ?\d{2}) \p{Lu}/iu;
const STREET =
  /^\p{Lu}[\p{L}.]{1,30}(?: \p{L}{1,20}){0,2}(?:gade|vej|allé|plads|torv|gatan|gata|vägen|väg|torget|torg|plan|stræde|gate|veien|vei|boulevard|have|pladsen|esplanaden|gränd) \d{1,4}/iu;

/** Lines of a front page or colophon: who decided, when, from when to when. Never headings. */
export function isImprint(line: string): boolean {
  if (line.length > 200) return false;
  if (DATE_ALONE.test(line)) return true;
  return (
    IMPRINT.test(line) &&
    (/\d/.test(line) || /:/.test(line) || /(?<![\p{L}])(af|av|i|by)(?![\p{L}])/iu.test(line))
  );
}

/** A telephone number, an address, an e-mail: how to reach someone. */
export function isContactLine(line: string): boolean {
  // Most lines have none of these, and the pattern is dear.
  if (line.length >= 400 || !/[@:\d]|www/.test(line)) return false;
  return CONTACT.test(line) || (line.length < 60 && STREET.test(line));
}

/** Whether a line by itself looks like a title: short, opening like a title and not ending like a sentence. */
export function isTitleLike(line: string): boolean {
  if (line.length < 2 || line.length > 100 || !/\p{L}{2}/u.test(line)) return false;
  if (!/^["'”“«»(]?[\p{Lu}\d§]/u.test(line) || /[.,;:…]$/u.test(line) || /[\p{L})][.!?] \p{Lu}/u.test(line))
    return false;
  if (line.split(' ').length > 13) return false;
  return !isReadMore(line) && !isImprint(line) && !isContactLine(line);
}

/** All capitals, and enough of them not to be an abbreviation. */
export function isCaps(line: string): boolean {
  if (line.length > 140 || /[.;,]$/.test(line)) return false;
  const letters = line.replace(/[^\p{L}]/gu, '');
  if (letters !== letters.toUpperCase() || isContactLine(line) || isImprint(line)) return false;
  return letters.length >= 5 || (letters.length >= 3 && line === letters);
}

export function endsSentence(line: string): boolean {
  return /[.!?][)"'”“’»]?$/u.test(line);
}

/** "Grønnekøbing Kommune": whose document it is, which is no subject of its own. */
export function isMunicipality(text: string): boolean {
  return (
    text.length < 50 &&
    text.split(' ').length <= 4 &&
    /(?<![\p{L}])(kommune|kommun|stad|region)(?: \d{4}(?: ?[-–—] ?\d{2,4})?)?$/iu.test(text)
  );
}

/** The name of a part of the organisation, which stands above its address. */
export function isUnit(text: string): boolean {
  return UNIT_NAME.test(text);
}

const UNIT_NAME =
  /^(center|centret|centrum|afdeling|afdelingen|avdelning|forvaltning|sekretariat|stadskontor|kommunledning|kommunalforvaltning)(?![\p{L}])|\p{L}(forvaltningen?|förvaltningen?|förvaltning|kontoret|nämnden|styrelsen|sekretariatet|afdelingen|avdelningen|centret)$/iu;
