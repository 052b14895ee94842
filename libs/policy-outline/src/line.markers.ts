import { levelWord, type LevelKind } from './level.lexicon.js';

const GLYPHS = '•◦▪▫●○■□►▶‣➢➤➔→✓✔❖◆◇∙⁃\uF000-\uF0FF';
const GLYPH_BULLET = new RegExp(`^([${GLYPHS}])[ \\t]*(.*)$`, 'u');
const DASH_BULLET = /^([-–—*+·»])[ \t]+(.*)$/u;
const LETTER_O = /^o[ \t]+(\S.*)$/u;

export interface Bullet {
  mark: string;
  rest: string;
}

/** The bullet a line opens with; a lone glyph counts, since some programs put the text on the next line. */
export function bulletOf(line: string, letterO: boolean): Bullet | null {
  const match = GLYPH_BULLET.exec(line) ?? DASH_BULLET.exec(line);
  if (match) return { mark: match[1] ?? '', rest: (match[2] ?? '').trim() };
  const o = letterO ? LETTER_O.exec(line) : null;
  return o ? { mark: 'o', rest: (o[1] ?? '').trim() } : null;
}

/** Marks that stand below another kind of mark even where the indentation is lost. */
export function isLesserMark(mark: string): boolean {
  return /^[o◦–—○▫-]$/u.test(mark);
}

export interface Numbered {
  /** As printed: "4.", "2.1", "a)". */
  number: string;
  /** Numbers that can follow one another have the same shape: "d.", "d.d", "a)", "I.". */
  shape: string;
  /** The last part as a count, for telling whether one follows another. */
  ordinal: number;
  /** How many parts: "2.1" has two. */
  depth: number;
  rest: string;
}

const DIGITS = /^(§ ?)?(\d{1,3}(?:\.\d{1,2}){0,4})([.):]?)[ \t]+(\S.*)$/u;
const GLUED_DIGITS = /^(\d{1,2}(?:\.\d{1,2}){0,4})([.)])(\p{Lu}.*)$/u;
const PARENS = /^\((\d{1,2}|[a-zæøåäö])\)[ \t]*(\S.*)$/u;
const LETTER = /^([A-Za-zÆØÅÄÖæøåäö])([.)])[ \t]+(\S.*)$/u;
const ROMAN = /^([IVX]{1,6})([.):]?)[ \t]+(\S.*)$/u;
const MONTH =
  /^(januari?|februari?|marts|mars|april|maj|mai|may|juni|june|juli|july|augusti?|september|oktober|october|november|december|desember)(?![\p{L}])/iu;
const UNIT = /^(kr|mio|mia|mkr|procent|prosent|percent|%|år|km|m2|st|stk|januar|kg|ton|kl|pct)(?![\p{L}])/iu;

/** The number a line opens with; dates, years, sums and measures are none. */
export function numberOf(line: string): Numbered | null {
  return digitsOf(line) ?? parensOf(line) ?? romanOf(line) ?? letterOf(line);
}

function digitsOf(line: string): Numbered | null {
  const match = DIGITS.exec(line);
  const glued = match ? null : GLUED_DIGITS.exec(line);
  if (!match && !glued) return null;
  const sign = match?.[1] ?? '';
  const digits = match?.[2] ?? glued?.[1] ?? '';
  const close = match?.[3] ?? glued?.[2] ?? '';
  const rest = match?.[4] ?? glued?.[3] ?? '';
  if (MONTH.test(rest) || UNIT.test(rest)) return null;
  const parts = digits.split('.').map(Number);
  // Without a stop after it, a number opens a line only before a capital: "2 Mål", but "5 viljeinriktningar".
  if (close === '' && sign === '' && (!/^["'”“]?\p{Lu}/u.test(rest) || digits.length > parts.length * 3 - 1))
    return null;
  const shape = sign ? '§' : parts.length > 1 ? parts.map(() => 'd').join('.') : `d${close}`;
  return { number: sign + digits + close, shape, ordinal: parts.at(-1) ?? 0, depth: parts.length, rest };
}

function parensOf(line: string): Numbered | null {
  const match = PARENS.exec(line);
  if (!match) return null;
  const inner = match[1] ?? '';
  const digit = /\d/.test(inner);
  const ordinal = digit ? Number(inner) : inner.charCodeAt(0) - 96;
  return { number: `(${inner})`, shape: digit ? '(d)' : '(a)', ordinal, depth: 1, rest: match[2] ?? '' };
}

function letterOf(line: string): Numbered | null {
  const match = LETTER.exec(line);
  if (!match) return null;
  const letter = match[1] ?? '';
  const upper = letter === letter.toUpperCase();
  const ordinal = letter.toLowerCase().charCodeAt(0) - 96;
  return {
    number: letter + (match[2] ?? ''),
    shape: (upper ? 'A' : 'a') + (match[2] ?? ''),
    ordinal,
    depth: 1,
    rest: match[3] ?? '',
  };
}

function romanOf(line: string): Numbered | null {
  const match = ROMAN.exec(line);
  if (!match) return null;
  const digits = match[1] ?? '';
  const close = match[2] ?? '';
  // "I Helsingborg ..." is a sentence, "I. Leg" and "II Leg" are not.
  if (close === '' && digits.length === 1) return null;
  return {
    number: digits + close,
    shape: `I${close}`,
    ordinal: romanValue(digits),
    depth: 1,
    rest: match[3] ?? '',
  };
}

function romanValue(digits: string): number {
  const values: Record<string, number> = { I: 1, V: 5, X: 10 };
  let total = 0;
  for (let i = 0; i < digits.length; i++) {
    const value = values[digits[i] ?? ''] ?? 0;
    total += value < (values[digits[i + 1] ?? ''] ?? 0) ? -value : value;
  }
  return total;
}

export interface Labelled {
  /** The level's name in the singular: "Fokusområde". */
  label: string;
  kind: LevelKind;
  /** What is printed after the word ("2", "A"), empty where there is none. */
  number: string;
  /** Empty where the title stands on the next line. */
  rest: string;
}

const LABEL =
  /^(\p{L}{3,30}(?: (?:area|goal|theme|priority))?)(?:[ \t]+(?:nr\.?[ \t]?)?(\d{1,2}(?:\.\d{1,2}){0,3}|[A-ZÆØÅÄÖ]|[IVX]{1,5}))?[ \t]*([:.–—|-]?)[ \t]*(.*)$/u;

/** "Mål 2: …", "Fokusområde 1 – …", "Pejlemærke 3" and "Tema: …". */
export function labelOf(line: string): Labelled | null {
  if (line.length > 300) return null;
  const match = LABEL.exec(line);
  if (!match) return null;
  const [, word = '', number = '', separator = '', rest = ''] = match;
  const level = levelWord(word.replace(/ (area|goal|theme|priority)$/i, '')) ?? pairLevel(word);
  if (!level || !/^\p{Lu}/u.test(word)) return null;
  const singular = !level.plural || /mål$/i.test(word) || level.name.toLowerCase() === word.toLowerCase();
  if (!singular) return null;
  if (number === '' && (rest === '' || !/^[:–—|]$/.test(separator))) return null;
  // "Mål 2 handler om ..." is a sentence about a goal.
  if (rest !== '' && separator === '' && !/^["'”“]?\p{Lu}/u.test(rest)) return null;
  if (number !== '' && rest !== '' && separator === '' && number.length === 1 && /\p{L}/u.test(number))
    return null;
  return {
    label: pairLevel(word)?.name ?? level.name,
    kind: pairLevel(word)?.kind ?? level.kind,
    number,
    rest,
  };
}

function pairLevel(word: string): { name: string; kind: LevelKind; plural: boolean } | null {
  const match = /^(focus|priority|action|target|strategic|key) (area|goal|theme|priority)$/i.exec(word);
  if (!match) return null;
  const name = word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
  return { name, kind: /area|theme/i.test(word) ? 'area' : 'goal', plural: false };
}
