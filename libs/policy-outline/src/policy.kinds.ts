import type { PolicyType } from './outline.types.js';

const KIND_AT_END =
  /(?:politik|politikk|policy|strategi|strategy|program|programme|reglemente|regulativ|regler|riktlinjer|retningslinjer|retningslinier|guidelines|rules|politiske mål|politiska mål)$/iu;
const KIND_AT_START =
  /^(?:politik|politikk|policy|strategi|strategy|program|programme|regler|regulativ|reglemente|riktlinjer|retningslinjer|retningslinier|mål|rules|guidelines|vedtægt) (?:for|om|för|på|on|of|vid|ved|mod|mot)(?![\p{L}])/iu;
const KIND_ANYWHERE =
  /(?:politik|politikk|politikken|policy|policyn|strategi|strategien|strategin|strategy|program|programmet|programme|plan|planen|regler|reglemente|riktlinjer|retningslinjer|styrdokument)(?![\p{L}])/iu;
const COLLECTIVE =
  /(?:politikker|politikkerne|politikerne|policyer|policies|policydokument|strategier|strategierna|strategierne|programmer|styrdokument|programmen)(?![\p{L}])/iu;

/** A heading that is the name of a document: "Kulturpolitik", "Regler for skiltning", "Policy för kost". */
export function isDocumentName(heading: string): boolean {
  const text = withoutYears(heading);
  if (text.split(' ').length > 12 || COLLECTIVE.test(text)) return false;
  if (
    /^(vores|vår|våra|vår|en|et|ett|den|det|denne|denna|our|ny|nye|om|hvorfor|varför)(?![\p{L}])/iu.test(text)
  )
    return false;
  return (
    (KIND_AT_END.test(text) && !/^(?:politik|policy|program|strategi|regler)$/i.test(text)) ||
    KIND_AT_START.test(text)
  );
}

export function mentionsDocument(heading: string): boolean {
  return KIND_ANYWHERE.test(heading);
}

/** A heading over several documents: "Politikker på alle områder". */
export function isCollective(heading: string): boolean {
  return COLLECTIVE.test(heading);
}

export function withoutYears(text: string): string {
  return text.replace(/[\s,(]{1,3}\d{4}(?: ?[-–—/] ?\d{2,4})?\)?$/, '');
}

export function policyType(title: string): PolicyType {
  const text = withoutYears(title).toLowerCase();
  if (
    /(?:regler|regulativ|reglement|reglemente|riktlinjer|retningslinjer|retningslinier|vedtægt|föreskrifter|forskrift|rules|guidelines)(?![\p{L}])/u.test(
      text,
    )
  )
    return 'rules';
  if (/(?:politik|politikk|politikken|policy|policyn)(?![\p{L}])/u.test(text)) return 'policy';
  if (/program(?:met|me)?(?![\p{L}])/u.test(text)) return 'programme';
  if (
    /(?:mål|målsætninger|målsättningar|pejlemærker|viljeinriktningar|inriktningsmål|goals|objectives)$/u.test(
      text,
    )
  )
    return 'goals';
  return /^(?:mål|goals) (?:for|för)/u.test(text) ? 'goals' : 'policy';
}
