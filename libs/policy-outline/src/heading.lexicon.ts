import type { SectionRole } from './outline.types.js';
import { countWord, levelPair, levelWord, type LevelWord } from './level.lexicon.js';

const END = '(?![\\p{L}])';

/** Headings that open background wherever they stand: nobody calls a goal "Indledning". */
const SAFE: [SectionRole, RegExp][] = [
  [
    'introduction',
    new RegExp(
      `^(indledning|indledende|forord|velkommen til|innledning|inledning|förord|introduktion|introduction|foreword|preface|om (denne |denna )?(politik|policy|program|strategi|dokument|plan)|läsanvisning|læsevejledning|så (här )?läser du|sådan læser du|sammanfattning|sammenfatning|resumé|sammendrag|summary|præsentation)`,
      'u',
    ),
  ],
  [
    'background',
    new RegExp(
      `^(baggrund|bakgrund|bakgrunn|background|omvärld|nuläge|status${END}|udgangspunkt|utgångspunkt|lovgivning|lovgrundlag|lagstiftning|lagar och|legal|definition|begreb|begrepp|afgrænsning|avgränsning|styrdokument|styrande dokument|lovgrunnlag|proces(sen)?${END}|tilblivelse|sådan er (politikken|planen|programmet)|så har (policyn|programmet|planen)|sammenhæng (til|med)|koppling till|samband med|relation(er)? (til|till)|relaterade|forhold til|förhållande till|fakta${END}|hvem er|vem är|om oss${END})`,
      'u',
    ),
  ],
  [
    'purpose',
    new RegExp(`^(formål|syfte|ändamål|purpose|scope${END}|hvorfor (en|har vi)|varför (en|har vi))`, 'u'),
  ],
  ['vision', new RegExp(`^(vision(en)?|kommunens vision|visjon(en)?|mission(en)?)${END}`, 'u')],
  [
    'target-group',
    new RegExp(
      `^(målgruppe|målgrupp|target group|who is (it|this)|hvem gælder|vem gäller|politikken gælder|gælder for|omfattning)`,
      'u',
    ),
  ],
  ['challenge', new RegExp(`^(udfordring|utmaning|utfordring|challenge)`, 'u')],
  [
    'follow-up',
    new RegExp(
      `^(opfølgning|uppföljning|oppfølging|evaluering|utvärdering|revidering|revision${END}|follow-up|monitoring|evaluation|implementering|genomförande${END}|gennemførelse${END}|udmøntning|realisering|implementation|gyldighed|giltighet|ikrafttræden|ikraftträdande|ansvar (for|för|og|och)|organisering|organisation${END}|roller (og|och)|rapportering)`,
      'u',
    ),
  ],
  [
    'annex',
    new RegExp(
      `^(bilag|bilaga|bilagor|vedlegg|appendi|annex|kilder${END}|källor${END}|referenser|referencer|references|litteratur|noter${END}|läs mer|læs mere|les mer|read more|further reading|relevante links?)`,
      'u',
    ),
  ],
  [
    'contact',
    new RegExp(
      `^(kontakt|contact|yderligere oplysninger|mer information|mere information|kolofon|colophon|udgivet af)`,
      'u',
    ),
  ],
];

/** Words that are background only when they are the whole heading: "Ekonomi i balans" is an aim. */
const WHOLE = new Set(
  'økonomi ekonomi økonomien ekonomin ansvar indsats indsatsen økonomisk ramme ressourcer resurser finansiering tidsplan tidplan samarbejde værdier värderingar værdigrundlag värdegrund menneskesyn människosyn organisation roller forankring høring remiss samråd lovgivning kommunikation udmøntning virkemidler organisering'.split(
    ' ',
  ),
);

/** Headings inside an area whose lists tell about it but are no goals. */
const ASIDE = new RegExp(
  `^(hvorfor|varför|why|hvad ved vi|vad vet vi|fakta|status${END}|nuläge|udfordring|utmaning|eksempel|eksempler|exempel|example|case|citat|indikator|indicator|måltal|mätetal|nyckeltal|succeskriteri|framgångsfaktor|sådan måler|hvordan måler|så mäter|så följer|sådan følger|hur följer|hur vet vi|hvordan ved vi|how we measure|opfølgning|uppföljning|baggrund|bakgrund|background|ansvar|samarbejdspartner|samverkan${END}|læs mere|läs mer|read more|relaterede|relaterade|her er vi|här är vi|kort om|det siger|så säger)`,
  'u',
);

const ACTION = new RegExp(
  `^(indsats(er|erne)?|insats(er|erna)?|innsats(er)?|handling(er|erne)?|åtgärd(er|erna)?|tiltag|tiltak|aktivitet(er|erne|erna)?|initiativ(er|erne)?|actions?|sådan gør vi|det gør vi|så gör vi|så här gör vi|det här gör vi|hvordan gør vi|hur gör vi|eksempler på|exempel på)${END}`,
  'u',
);

const INTENT = new RegExp(
  `^(det |dette |derfor |därför |hvad |vad |what |sådan |så |så här |here |det här |og det |i |på )*(vil|vill|skal|ska|will|do|ønsker|gør|gör|prioriterer|prioriterar|arbejder|arbetar) (vi|we|kommunen|staden|helsing\\p{L}+)(?![\\p{L}])|^(vad|hvad|det|what) (vi|we) (vil|vill|want)( gerne| have| ha| uppnå| opnå| åstadkomma| to achieve)*$|^vi (vil|vill|skal|ska|ønsker|önskar|arbejder|arbetar|prioriterer|prioriterar|gør|gör|lover|lovar|strävar)( at| att| derfor| därför| gerne| gärna| også| också| ha| have| uppnå| opnå)*[:.]?$|^we (will|want to|aim to)[:.]?$`,
  'u',
);

const LIGHT =
  /^(vores|vore|vort|våra|våre|vår|vårt|vår|our|the|de|den|det|denne|dess|deres|sine|og|och|and|samt|kommunens|stadens|regionens|byrådets|politikkens|policyns|programmets|strategiens|planens|overordnede|övergripande|overordnet|overordna|konkrete|konkreta|langsigtede|långsiktiga|kortsigtede|fælles|gemensamma|felles|politiske|politiska|strategiske|strategiska|strategisk|prioriterede|prioriterade|særlige|särskilda|centrale|centrala|vigtigste|viktigaste|tværgående|tvärgående|visionens?|visioner|vision|principper|principer|nationale|lokale|lokala|\p{L}+politiske|\p{L}+politiska|\p{L}+s|general|overall|main|strategic|key)$/u;

const PREPOSITION = /^(for|för|i|på|med|mod|mot|frem|fram|inden|inom|til|till|of|in|by|2\d{3}.*)$/u;

/** Lower case, without trailing punctuation; what the rules about headings look at. */
export function headingKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s:.…–-]+$/u, '')
    .replace(/^[\s"'”“»«(]+/u, '')
    .replace(/ {2,}/g, ' ');
}

export function sectionRole(heading: string): SectionRole {
  const key = headingKey(heading);
  const held = containerLevel(heading);
  if (held && held.level.kind !== 'action') return 'goals';
  return SAFE.find(([, pattern]) => pattern.test(key))?.[0] ?? 'other';
}

/** A heading that opens background, and never a goal. */
export function opensBackground(heading: string): boolean {
  const key = headingKey(heading);
  if (containerLevel(heading)) return false;
  return SAFE.some(([, pattern]) => pattern.test(key)) || isPlainBackgroundWord(heading);
}

/** Background even beneath a heading like "Fokusområder", where "Ekonomi" is an area. */
export function opensSafeBackground(heading: string): boolean {
  const key = headingKey(heading);
  return !containerLevel(heading) && SAFE.some(([, pattern]) => pattern.test(key));
}

function isPlainBackgroundWord(heading: string): boolean {
  const words = headingKey(heading)
    .split(/[ ,/&]+/)
    .filter((word) => !/^(og|och|and)$/.test(word));
  return (
    words.length > 0 &&
    words.every((word) => WHOLE.has(word) || SAFE.some(([, pattern]) => pattern.test(word)))
  );
}

export function isAside(heading: string): boolean {
  return ASIDE.test(headingKey(heading));
}

export function isActionHeading(heading: string): boolean {
  return ACTION.test(headingKey(heading));
}

/** "Det vil vi", "Vad vill vi?", "Så här gör vi": opens what is wanted, and is itself no goal. */
export function isIntentHeading(heading: string): boolean {
  const key = headingKey(heading).replace(/\?$/, '');
  return key.split(' ').length <= 7 && INTENT.test(key);
}

export interface ContainerLevel {
  level: LevelWord;
  /** The number of goals the heading promises ("Våra 5 viljeinriktningar"). */
  count: number | null;
}

/**
 * What a heading such as "Mål", "Vores fem pejlemærker" or "Mål for kulturpolitikken" holds.
 * `null` where the heading says more than that, and is thus a goal or a subject of its own.
 */
export function containerLevel(heading: string): ContainerLevel | null {
  const words = headingKey(heading)
    .split(/[ ,/]+/)
    .filter(Boolean);
  if (words.length === 0 || words.length > 9) return null;
  let level: LevelWord | null = null;
  let count: number | null = null;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const pair = levelPair(word, words[i + 1] ?? '');
    const found = pair ?? levelWord(word);
    if (
      found &&
      found.kind !== 'part' &&
      found.kind !== 'challenge' &&
      (found.plural || words.length === 1)
    ) {
      level = better(level, found);
      if (pair) i++;
    } else if (level && (PREPOSITION.test(word) || /^\d{4}/.test(word))) return { level, count };
    else if (countWord(word) !== null) count = countWord(word);
    else if (!LIGHT.test(word) && word !== '&') return null;
  }
  return level ? { level, count } : null;
}

/** "Fokusområder og mål" holds areas; "Mål og indsatser" holds goals. */
function better(held: LevelWord | null, found: LevelWord): LevelWord {
  if (!held) return found;
  const order = ['area', 'goal', 'action'];
  return order.indexOf(found.kind) < order.indexOf(held.kind) ? found : held;
}

const GOAL_LEXEME =
  /(?<![\p{L}])((?!formål|spørgsmål|spörsmål|ändamål)\p{L}*mål(et|en|ene|sætning(en|er|erne)?|sättning(en|ar|arna)?)?|ambition(en|er)?|pejlemærker?|(vil|vill|ska|skal|ønsker|önskar|arbejder|arbejde|arbetar|prioriterer|prioriterar|prioritere|prioritera|lover|lovar|strävar|satser|satsar|will|aims?|shall|bør|bör|understøtter|sikrer|fremmer|indsatser|åtgärder|prioriteringar|goals?|objectives?|priorit(y|ies)))(?![\p{L}])/iu;

const NO_GOAL_LEXEME =
  /(?<![\p{L}])(f\.?eks\.?|fx|for eksempel|till? exempel|t\.?ex\.?|bl\.?a\.?|blandt andet|bland annat|følgende lov(e|givning)|följande lagar|målgruppe(r|n|rne)?|målgrupp(er|en|erna)?|læs (også|mere)|läs (också|mer|även)|kontakt|deltog|deltagit|kilder|källor|ordlista|formål(et)? med (denne|planen)|udfordringer|utmaningar|utfordringer|definieras|defineres|forstås|menas|består af følgende afsnit)(?![\p{L}])/iu;

/** Whether a sentence that opens a list says that what follows is wanted. */
export function isGoalLeadIn(sentence: string): boolean {
  if (sentence.length > 600) return false;
  return GOAL_LEXEME.test(sentence) && !NO_GOAL_LEXEME.test(sentence);
}

/** A line that only opens something, even without a colon: "Vi vil", "Målet är att". */
export function isBareLeadIn(line: string): boolean {
  if (line.length > 120) return false;
  if (/(?<![\p{L}])(at|att|to)[:;…]?$/iu.test(line) && isGoalLeadIn(line)) return true;
  return /:$/.test(line) && isGoalLeadIn(line);
}
