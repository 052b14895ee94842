/** What a level word stands for: `area` groups goals, `goal` is one, `action` is what is done about one. */
export type LevelKind = 'area' | 'goal' | 'action' | 'challenge' | 'part';

export interface LevelWord {
  /** Singular with a capital: "Fokusområde". */
  name: string;
  kind: LevelKind;
  plural: boolean;
}

interface Stem {
  pattern: RegExp;
  singular: string;
  kind: LevelKind;
  /** Whether other letters may stand before the stem, as in "inriktnings-mål". */
  compound: boolean;
  plurals: RegExp;
}

const stem = (
  pattern: string,
  singular: string,
  kind: LevelKind,
  compound: boolean,
  plurals: string,
): Stem => ({
  pattern: new RegExp(`^(\\p{L}*?)(?:${pattern})$`, 'u'),
  singular,
  kind,
  compound,
  plurals: new RegExp(`(?:${plurals})$`, 'u'),
});

const STEMS: Stem[] = [
  stem('mål|målet|målen|målene', 'mål', 'goal', true, 'mål|målen|målene'),
  stem('målsætning(?:en|er|erne)?', 'målsætning', 'goal', true, 'er|erne'),
  stem('målsetting(?:en|er|ene)?', 'målsetting', 'goal', true, 'er|ene'),
  stem('målsättning(?:en|ar|arna)?', 'målsättning', 'goal', true, 'ar|arna'),
  stem('område(?:t|r|rne|n|na|ne)?', 'område', 'area', true, 'er|erne|en|ena|ene'),
  stem('mærke(?:t|r|rne)?', 'mærke', 'area', true, 'er|erne'),
  stem('viljeinriktning(?:en|ar|arna)?', 'viljeinriktning', 'area', false, 'ar|arna'),
  stem('inriktning(?:en|ar|arna)?', 'inriktning', 'area', true, 'ar|arna'),
  stem('prioritering(?:en|ar|arna|er|erne|ene)?', 'prioritering', 'goal', true, 'ar|arna|er|erne|ene'),
  stem('prioritet(?:en|er|erna|erne|ene)?', 'prioritet', 'goal', true, 'er|erna|erne|ene'),
  stem('ambition(?:en|er|erna|erne)?', 'ambition', 'goal', true, 'er|erna|erne'),
  stem('ambisjon(?:en|er|ene)?', 'ambisjon', 'goal', true, 'er|ene'),
  stem('princip(?:pet|per|perne|en|er|erna)?', 'princip', 'area', true, 'er|erne|erna'),
  stem('prinsipp(?:et|er|ene)?', 'prinsipp', 'area', true, 'er|ene'),
  stem('tema(?:et|er|erne|t|n|na|ene)?', 'tema', 'area', false, 'er|erne|n|na|ene'),
  stem('løfte(?:t|r|rne)?', 'løfte', 'goal', true, 'er|erne'),
  stem('perspektiv(?:et|er|erne|en|ene)?', 'perspektiv', 'area', false, 'er|erne|en|ene|perspektiv'),
  stem(
    '(?:ledestjerne|sigtelinje|grundsten|hjørnesten|byggesten)(?:n|r|rne|ene)?',
    '',
    'area',
    false,
    'r|rne|ene',
  ),
  stem('(?:indsats|insats|innsats)(?:en|er|erne|erna|ene)?', '', 'action', true, 'er|erne|erna|ene'),
  stem('åtgärd(?:en|er|erna)?', 'åtgärd', 'action', true, 'er|erna'),
  stem('tiltag(?:et|ene)?', 'tiltag', 'action', true, 'tiltag|ene'),
  stem('tiltak(?:et|ene)?', 'tiltak', 'action', true, 'tiltak|ene'),
  stem('handling(?:en|er|erne)?', 'handling', 'action', true, 'er|erne'),
  stem('aktivitet(?:en|er|erne|erna|ene)?', 'aktivitet', 'action', true, 'er|erne|erna|ene'),
  stem('initiativ(?:et|er|erne|en)?', 'initiativ', 'action', true, 'er|erne|initiativ'),
  stem('strategi(?:en|er|erne|erna|ene)?', 'strategi', 'area', true, 'er|erne|erna|ene'),
  stem('spor(?:et|ene)?', 'spor', 'area', true, 'spor|ene'),
  stem('spår(?:et|en)?', 'spår', 'area', true, 'spår|en'),
  stem('udfordring(?:en|er|erne)?', 'udfordring', 'challenge', true, 'er|erne'),
  stem('utmaning(?:en|ar|arna)?', 'utmaning', 'challenge', true, 'ar|arna'),
  stem('utfordring(?:en|er|ene)?', 'utfordring', 'challenge', true, 'er|ene'),
  stem('challenge(?:s)?', 'challenge', 'challenge', false, 's'),
  stem('goal(?:s)?', 'goal', 'goal', false, 's'),
  stem('objective(?:s)?', 'objective', 'goal', false, 's'),
  stem('aim(?:s)?', 'aim', 'goal', false, 's'),
  stem('priorit(?:y|ies)', 'priority', 'goal', false, 'ies'),
  stem('theme(?:s)?', 'theme', 'area', false, 's'),
  stem('action(?:s)?', 'action', 'action', false, 's'),
  stem('commitment(?:s)?', 'commitment', 'goal', false, 's'),
  stem('kapit(?:el|let|ler|lerne|len|let)', 'kapitel', 'part', false, 'ler|lerne|len'),
  stem('chapter(?:s)?', 'chapter', 'part', false, 's'),
  stem('afsnit(?:tet|tene)?', 'afsnit', 'part', false, 'tene'),
  stem('avsnitt(?:et|en)?', 'avsnitt', 'part', false, 'en'),
  stem('del', 'del', 'part', false, 'dele|delar'),
  stem('part', 'part', 'part', false, 'parts'),
];

/** Words that end like a level word and are none. */
const FALSE_FRIENDS =
  /^(for|spørgs|spörs|fråge|ända|före|følge|verdens|världs|globala|møde|moders|mors|under|föremåls|ti|sprog|tids|fag)mål/u;

/** Prefixes that make "område" a level; "lokalområde" or "friluftsområde" are places. */
const AREA_PREFIX =
  /^(fokus|indsats|insats|innsats|mål|tema|prioriterings|utvecklings|udviklings|utviklings|strategi|satsnings|satsings|kerne|kärn|hoved|huvud|politik|vision)s?$/u;
const MARK_PREFIX = /^(pejle|pejl|kende|riktmärke)s?$/u;

/** The level a word names, whichever form it stands in; `null` for any other word. */
export function levelWord(word: string): LevelWord | null {
  const known = looked.get(word);
  if (known !== undefined) return known;
  const found = lookUp(word);
  if (looked.size >= MOST_LOOKED) looked.clear();
  looked.set(word, found);
  return found;
}

/** The same few words come again and again; without this the lexicon takes most of the time. */
const looked = new Map<string, LevelWord | null>();
const MOST_LOOKED = 5000;

function lookUp(word: string): LevelWord | null {
  const lower = word.toLowerCase().replace(/[^\p{L}]+$/u, '');
  if (lower.length < 3 || lower.length > 40 || FALSE_FRIENDS.test(lower)) return null;
  for (const each of STEMS) {
    const match = each.pattern.exec(lower);
    if (!match) continue;
    const prefix = match[1] ?? '';
    if (!fits(each, prefix)) continue;
    const singular = each.singular || (lower.slice(prefix.length).match(SINGULAR_OF)?.[0] ?? lower);
    return { name: capitalised(prefix + singular), kind: each.kind, plural: each.plurals.test(lower) };
  }
  return null;
}

const SINGULAR_OF = /^(?:ledestjerne|sigtelinje|grundsten|hjørnesten|byggesten|indsats|insats|innsats)/u;

function fits(each: Stem, prefix: string): boolean {
  if (each.singular === 'område') return AREA_PREFIX.test(prefix);
  if (each.singular === 'mærke') return MARK_PREFIX.test(prefix);
  return prefix === '' || each.compound;
}

/** Two words that name a level together. */
const PAIRS =
  /^(focus|priority|action|target|strategic|key) (areas?|themes?|goals?|objectives?|priorit(?:y|ies))$/iu;
const ADJECTIVE_PAIRS =
  /^(priorit?erade|prioriterede|strategiska?|strategiske|centrale|særlige|särskilda) (områden?|områder|områdena|områderne)$/iu;

export function levelPair(first: string, second: string): LevelWord | null {
  const pair = `${first} ${second.replace(/[^\p{L}]+$/u, '')}`;
  if (PAIRS.test(pair))
    return {
      name: capitalised(singularEnglish(pair.toLowerCase())),
      kind: /area|theme/i.test(second) ? 'area' : 'goal',
      plural: /s$/i.test(pair),
    };
  if (!ADJECTIVE_PAIRS.test(pair)) return null;
  return { name: 'Fokusområde', kind: 'area', plural: true };
}

function singularEnglish(phrase: string): string {
  return phrase.replace(/ies$/, 'y').replace(/s$/, '');
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * The name of a level for a word the lexicon does not know: the commonest plural endings are taken off.
 * Never wrong enough to matter, since staff can correct it.
 */
export function levelName(word: string): string {
  const known = levelWord(word);
  if (known) return known.name;
  const lower = word.toLowerCase().trim();
  return capitalised(
    lower.replace(/(?:arna|erna|erne|ene)$/u, '').replace(/(?<=\p{L}{4})(?:ar|er|or)$/u, ''),
  );
}

const NUMBER_WORDS: Record<string, number> = {
  to: 2,
  två: 2,
  two: 2,
  tre: 3,
  three: 3,
  fire: 4,
  fyra: 4,
  four: 4,
  fem: 5,
  five: 5,
  seks: 6,
  sex: 6,
  six: 6,
  syv: 7,
  sju: 7,
  seven: 7,
  otte: 8,
  åtta: 8,
  åtte: 8,
  eight: 8,
  ni: 9,
  nio: 9,
  nine: 9,
  ti: 10,
  tio: 10,
  ten: 10,
  elleve: 11,
  elva: 11,
  eleven: 11,
  tolv: 12,
  twelve: 12,
};

/** 2 to 99, printed as digits or as a word in Danish, Swedish, Norwegian or English. */
export function countWord(word: string): number | null {
  if (word.length > 6) return null;
  const lower = word.toLowerCase();
  if (/^\d{1,2}$/.test(lower)) return Number(lower) >= 2 ? Number(lower) : null;
  return Object.hasOwn(NUMBER_WORDS, lower) ? (NUMBER_WORDS[lower] ?? null) : null;
}
