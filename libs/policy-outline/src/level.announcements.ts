import { countWord, levelName, levelPair, levelWord, type LevelWord } from './level.lexicon.js';

export interface Announcement {
  count: number;
  level: LevelWord;
}

/** Past this a document repeats itself. */
const LONGEST = 200_000;

/** "fem fokusområder", "4 prioriterade målområden": how many of which level the text says there are. */
export function announcedIn(text: string): Announcement | null {
  return announcementsIn(text)[0] ?? null;
}

export function announcementsIn(text: string): Announcement[] {
  const words = text.slice(0, LONGEST).split(/[^\p{L}\p{N}-]+/u);
  const found: Announcement[] = [];
  for (let i = 0; i < words.length; i++) {
    const count = countWord(words[i] ?? '');
    if (count === null || count > 40) continue;
    // Up to two adjectives may stand between: "fem overordnede strategiske mål".
    for (let j = i + 1; j <= i + 3 && j < words.length; j++) {
      const level = levelPair(words[j] ?? '', words[j + 1] ?? '') ?? levelWord(words[j] ?? '');
      if (level?.plural) found.push({ count, level });
      if (level) break;
    }
  }
  return found;
}

const CONSISTS =
  /(?:består a[vf]|bygger på|bygget på|hviler på|vilar på|hviler på|har valgt|har valt|konkretiser\p{L}+ i|delas in i|er delt i|inndelt i|consists of|rests on|is built on) (?:de |följande |følgende )?(\p{L}{2,6}|\d{1,2}) ((?:\p{L}{3,20} )?)(\p{L}{3,30})(?![\p{L}])/iu;
const PARTS =
  /^(del|dele|delar|deler|kapit\p{L}+|avsnitt|afsnit|sidor|sider|år|personer|dokument\p{L}*|bilag\p{L}*|niv\p{L}+|udfordring\p{L}*|utmaning\p{L}*|parts|chapters|years)$/iu;

/** "består av tre ord": what a text is made of, by a word that is no level elsewhere. */
export function makeupOf(text: string): { count: number; name: string } | null {
  const match = CONSISTS.exec(text.slice(0, LONGEST));
  const count = countWord(match?.[1] ?? '');
  const noun = match?.[3] ?? '';
  return count === null || noun === '' || PARTS.test(noun) ? null : { count, name: levelName(noun) };
}

const LEVELS_SENTENCE =
  /(?<![\p{L}])(?:niveauer|nivåer|levels|nivåerna|niveauerne|nivåene)(?: [\p{L}]{1,12}){0,3} ?[:–—-] ?([^.:\n]{5,200})/iu;

/** "tre nivåer: viljeinriktningar – fokusområden – prioriteringar". */
export function levelsNamedIn(text: string): string[] {
  const match = LEVELS_SENTENCE.exec(text);
  if (!match) return [];
  const parts = (match[1] ?? '').split(/ ?[–—→>,/;] ?| - | (?:og|och|and|samt) /u).map((part) => part.trim());
  const names = parts.filter((part) => part !== '' && part.split(' ').length <= 3);
  return names.length >= 2 && names.length <= 6
    ? names.map((name) => levelName(name.split(' ').at(-1) ?? name))
    : [];
}

const EACH =
  /(?<![\p{L}])(?:til hvert|til hver|under hvert|under hver|for hvert|for hver|inden for hvert|til de enkelte|för varje|till varje|under varje|inom varje|varje|hvert|for each|each) ([\p{L}]{3,40})(?: ([\p{L}]{3,40}))?/giu;

/** The level said to stand below another: "Til hvert fokusområde knytter sig nogle rammemål." */
export function levelBelow(text: string, upper: string): string | null {
  for (const match of text.slice(0, 200_000).matchAll(EACH)) {
    const named = levelPair(match[1] ?? '', match[2] ?? '') ?? levelWord(match[1] ?? '');
    if (named?.name !== upper) continue;
    const start = match.index + match[0].length;
    const rest = text.slice(start, start + 300).split(/[.!?](?= |$)/)[0] ?? '';
    for (const word of rest.split(/[^\p{L}-]+/u)) {
      const level = levelWord(word);
      if (level?.plural && level.name !== upper && level.kind !== 'challenge' && level.kind !== 'part')
        return level.name;
    }
  }
  return null;
}
