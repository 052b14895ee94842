import type { FieldCode } from '@medvind/contracts';
import { skeletonOf } from './name.confusables.js';

/** Words no resident bears in a name: whoever reads them would believe that the municipality speaks. */
const RESERVED = `
  admin administrator administratoren administratör administratören
  moderator moderatoren moderatorn moderatorer moderatorerne moderatorerna moderation moderering
  medvind kommune kommunen kommunes kommunens kommun kommunens stad staden stadens bystyre
  byråd byrådet råd rådet rådhus rådhuset stadshus stadshuset borgmester borgmesteren rådmand
  kommunstyrelse kommunstyrelsen kommunfullmäktige kommunalråd kommunalrådet nämnd nämnden
  forvaltning forvaltningen förvaltning förvaltningen myndighed myndigheden myndighet myndigheten
  borgerservice kontaktcenter medborgarservice sagsbehandler sagsbehandleren handläggare handläggaren
  officiel officielt officielle officiell officiellt officiella official
  verificeret verifierad verified redaktion redaktionen redaktör redaktören
  system systemet support municipality council mayor staff`
  .trim()
  .split(/\s+/)
  .map(skeletonOf);
const RESERVED_WORDS = new Set(RESERVED);
/** Also written as one: "kommunemoderator". */
const COMPOUND = new RegExp(
  `^(?:${[...RESERVED_WORDS].toSorted((a, b) => b.length - a.length).join('|')})+$`,
);

/** What stands beside a name as a sign: check marks, shields, stars, emoji; marks piled upon one letter. */
const SIGNS = /[\p{So}\p{Sk}\p{Me}\p{Co}\p{Cn}√∛∜∎]|\p{Extended_Pictographic}|\p{M}{3}/u;

/** Who speaks for a municipality: itself, its bodies and units, and the people who bear a badge there. */
export interface OfficialNames {
  municipality: string;
  bodies: readonly string[];
  people: readonly string[];
}

/** A name's words as they look; letters that stand alone in a row are one word, and so is each hump of a camel. */
function wordsOf(name: string): string[] {
  const written = name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{M}\p{N}@$|!+]+/u)
    // A figure or a mark at either end is no letter: "Moderator2", "Moderator!".
    .flatMap((word) => [word, word.replace(/^[\p{N}|!+]+|[\p{N}|!+]+$/gu, '')]);
  const words = [...new Set(written)].map(skeletonOf).filter(Boolean);
  const spelled = name
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .match(/(?<![\p{L}\p{N}])(?:[\p{L}\p{N}@$]\p{M}*[^\p{L}\p{N}@$]+){2,}[\p{L}\p{N}@$](?![\p{L}\p{N}])/gu);
  return [...words, ...(spelled ?? []).map(skeletonOf)];
}

/** "Helsingør Kommune" and "Helsingborgs stad" are also called "Helsingør" and "Helsingborg". */
const namesOf = (municipality: string): string[] => {
  const short = municipality.replace(/\s*\b(?:kommune|kommun|stad)\b\s*/giu, ' ').trim();
  return [municipality, short, short.replace(/s$/, '')];
};

/** Why a resident cannot bear a name; empty: they can. */
export function getNameFaults(name: string, official: OfficialNames): FieldCode[] {
  const whole = skeletonOf(name);
  const isOf = (names: readonly string[]) => names.some((other) => skeletonOf(other) === whole);
  const faults: FieldCode[] = [];
  if (SIGNS.test(name)) faults.push('name-with-symbols');
  if (
    COMPOUND.test(whole) ||
    wordsOf(name).some((word) => RESERVED_WORDS.has(word) || COMPOUND.test(word)) ||
    isOf(namesOf(official.municipality)) ||
    isOf(official.bodies) ||
    isOf(official.people) ||
    holdsOneOf(name, official)
  )
    faults.push('reserved-name');
  return faults;
}

/** "Ida, Center for Kultur": a name of several words within the name. Of one word it may be anybody's: "Park". */
const holdsOneOf = (name: string, { municipality, bodies }: OfficialNames): boolean =>
  [municipality, ...bodies].some(
    (body) => /\s/.test(body.trim()) && skeletonOf(name).includes(skeletonOf(body)),
  );

/** Control and direction marks, and what cannot be seen, have no place in a name and can turn its line around. */
export const tidyName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
