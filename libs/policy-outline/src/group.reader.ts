import type { Heading, Paragraph } from './block.types.js';
import type { Draft } from './block.drafts.js';
import type { Line } from './document.lines.js';
import { headingOf } from './heading.factory.js';
import { containerLevel, isBareLeadIn, isGoalLeadIn, isIntentHeading } from './heading.lexicon.js';
import { labelOf } from './line.markers.js';
import { closesTitle, endedEarly } from './line.wrapping.js';
import { isDocumentName } from './policy.kinds.js';
import { isReadMore } from './read-more.rules.js';
import { endsOpen, joinedText, plainInline } from './text.cleaner.js';
import {
  endsSentence,
  isCaps,
  isContactLine,
  isImprint,
  isMunicipality,
  isTitleLike,
  isUnit,
} from './title.rules.js';

export const BOLD_LINE = /^(\*\*\*|\*\*|__)([^*_].{0,200}?)\1(:?)$/u;

/** What follows a group of lines. */
export interface Ahead {
  isBlank: boolean;
  /** Whether the next line opens something of its own: a heading, an item, a table. */
  opens: boolean;
  /** Whether a list follows, perhaps after an empty line. */
  opensList: boolean;
}

/** Reads lines without marks: headings told by their print, front pages, addresses, and paragraphs. */
export class GroupReader {
  private ahead: Ahead = { isBlank: true, opens: false, opensList: false };

  constructor(
    private readonly drafts: Draft[],
    private readonly width: number | null,
    /** Where Markdown marks the headings, a plain line is none. */
    private readonly marked: boolean,
  ) {}

  /** Reads lines between which no empty line stands; `ahead` is what follows them. */
  read(group: readonly Line[], ahead: Ahead): void {
    this.ahead = ahead;
    let rest = group;
    for (
      let marked = this.markedHeading(rest), found = 0;
      marked && found < 100;
      marked = this.markedHeading(rest), found++
    ) {
      this.drafts.push(marked.heading);
      rest = marked.rest;
    }
    if (rest.length === 0) return;
    const chunks = this.chunksOf(rest);
    const address = this.addressAt(chunks);
    this.pushChunks(chunks.slice(0, address));
    if (address < chunks.length) this.pushRegister(chunks.slice(address));
  }

  private pushChunks(chunks: readonly Line[][]): void {
    if (this.isRegister(chunks)) this.pushRegister(chunks);
    else chunks.forEach((chunk, i) => this.pushChunk(chunk, chunks, i));
  }

  /** Where an address begins beneath text from which no empty line parts it. */
  private addressAt(chunks: readonly Line[][]): number {
    let contact = chunks.findIndex((chunk) => chunk.some(({ text }) => isContactLine(text)));
    // A street whose name no rule knows stands above its postcode.
    if (contact > 0 && /^\p{Lu}[\p{L} .]{2,30} \d{1,3} ?[A-Z]?$/u.test(joinedText(chunks[contact - 1] ?? [])))
      contact--;
    if (contact < 0 || chunks.slice(contact).some((chunk) => joinedText(chunk).length > 120))
      return chunks.length;
    const above = joinedText(chunks[contact - 1] ?? []);
    return above !== '' && (isTitleLike(above) || isUnit(above)) ? contact - 1 : contact;
  }

  /** A heading at the top of the group that says so itself: bold, capitals, a label. */
  private markedHeading(group: readonly Line[]): { heading: Heading; rest: readonly Line[] } | null {
    const first = group[0];
    if (!first) return null;
    const bold = BOLD_LINE.exec(first.text);
    const text = bold ? `${bold[2] ?? ''}${bold[3] ?? ''}` : first.text;
    const label = labelOf(plainInline(text));
    if (label && (label.number !== '' || group.length === 1 || bold))
      return this.labelledHeading(group, text, Boolean(bold));
    if (bold && !isBareLeadIn(text) && !isContactLine(text) && !isUnit(text))
      return { heading: headingOf(text, 'bold'), rest: group.slice(1) };
    let caps = 0;
    while (caps < group.length && caps < 4 && isCaps(plainInline(group[caps]?.text ?? ''))) caps++;
    if (caps === 0 || caps === 4) return null;
    // A title and the municipality beneath it are two things.
    if (group.slice(1, caps).some(({ text: line }) => isMunicipality(line)) || isDocumentName(first.text))
      caps = 1;
    const title = joinedText(group.slice(0, caps));
    return isBareLeadIn(title) && !containerLevel(title)
      ? null
      : { heading: headingOf(title, 'caps'), rest: group.slice(caps) };
  }

  private labelledHeading(
    group: readonly Line[],
    text: string,
    bold: boolean,
  ): { heading: Heading; rest: readonly Line[] } {
    let end = 1;
    while (!bold && end < group.length) {
      const [line, next] = [group[end - 1], group[end]];
      if (!line || !next || closesTitle(line, next, this.width)) break;
      end++;
    }
    const title = bold ? text : joinedText(group.slice(0, end));
    return { heading: headingOf(title, bold ? 'bold' : 'plain'), rest: group.slice(end) };
  }

  /** Parts a group where a line was ended on purpose. */
  private chunksOf(group: readonly Line[]): Line[][] {
    const chunks: Line[][] = [];
    for (const line of group) {
      const chunk = chunks.at(-1);
      const before = chunk?.at(-1);
      if (!chunk || !before || this.breaksBetween(before, line)) chunks.push([line]);
      else chunk.push(line);
    }
    return chunks;
  }

  private breaksBetween(line: Line, next: Line): boolean {
    if (isReadMore(line.text) || isReadMore(next.text)) return endedEarly(line, next, this.width);
    if (!/^["'”“»(]?[\p{Lu}\d]/u.test(next.text) && !/^att? /u.test(next.text)) return false;
    if (!endedEarly(line, next, this.width) || endsOpen(line.text)) return false;
    return (
      isImprint(plainInline(line.text)) ||
      /[.!?:;]["”]?$/u.test(line.text) ||
      isTitleLike(plainInline(line.text)) ||
      isContactLine(line.text) ||
      isImprintLike(line.text)
    );
  }

  /** Short lines under one another: an address, names, the lines of a front page, or goals without marks. */
  private isRegister(chunks: readonly Line[][]): boolean {
    if (chunks.length < 2) return false;
    return chunks.every(
      (chunk) =>
        chunk.length === 1 && (chunk[0]?.text.length ?? 0) <= 100 && !endsSentence(chunk[0]?.text ?? ''),
    );
  }

  private pushRegister(chunks: readonly Line[][]): void {
    const lines = chunks.map((chunk) => joinedText(chunk));
    const atStart = this.drafts.every(({ kind }) => kind === 'heading');
    if (atStart && !this.marked && lines.length <= 4 && !lines.some(isContactLine)) {
      lines.forEach((text) => this.pushFrontLine(text));
      return;
    }
    if (lines.every(isReadMore))
      lines.forEach((text) => this.drafts.push({ kind: 'read-more', text, url: null }));
    else this.drafts.push({ kind: 'paragraph', text: lines.join('\n'), lines });
  }

  private pushFrontLine(text: string): void {
    if (isTitleLike(text)) this.drafts.push(headingOf(text, 'plain'));
    else this.drafts.push({ kind: 'paragraph', text, lines: [text] });
  }

  private pushChunk(chunk: readonly Line[], chunks: readonly Line[][], index: number): void {
    const text = joinedText(chunk);
    if (text === '') return;
    if (chunk.length === 1 && isReadMore(text)) this.pushReadMore(chunk[0]?.text ?? text, text);
    else if (this.isPlainHeading(chunk, chunks, index)) this.drafts.push(headingOf(text, 'plain'));
    else
      this.pushParagraph(
        chunk.map((line) => plainInline(line.text)),
        text,
      );
  }

  private pushReadMore(printed: string, text: string): void {
    const url =
      /\]\(([^()\s]{1,1000})/.exec(printed)?.[1] ?? /https?:\/\/[^\s)>]{1,500}/.exec(printed)?.[0] ?? null;
    this.drafts.push({ kind: 'read-more', text, url });
  }

  private isPlainHeading(chunk: readonly Line[], chunks: readonly Line[][], index: number): boolean {
    if (chunk.length > 2) return false;
    const text = joinedText(chunk);
    const last = index === chunks.length - 1;
    const beforeList = last && this.ahead.opens;
    const opensList = last && this.ahead.opensList;
    if (/:$/.test(text)) return isColonHeading(text, opensList) && (chunks.length === 1 || !last);
    if (!isTitleLike(text)) return false;
    // Before the first marked heading a plain line may be the document's title.
    if (this.marked && this.drafts.some(({ kind }) => kind === 'heading')) return false;
    if (containerLevel(text)) return true;
    if (beforeList && isGoalLeadIn(text)) return false;
    if (opensList && (isBareLeadIn(text) || isIntentHeading(text))) return false;
    if (chunk.length === 2 && text.length > 90) return false;
    return chunks.length === 1 || !last || beforeList || endsSentence(joinedText(chunks[index - 1] ?? []));
  }

  /** The sentence that opens a list is a paragraph of its own, so that it can be told from the prose. */
  private pushParagraph(lines: string[], text: string): void {
    const opener = this.ahead.opens || this.ahead.isBlank ? leadInAtEnd(text) : null;
    if (!opener) this.drafts.push({ kind: 'paragraph', text, lines });
    else this.drafts.push(paragraph(text.slice(0, -opener.length).trim()), paragraph(opener));
  }
}

function paragraph(text: string): Paragraph {
  return { kind: 'paragraph', text, lines: [text] };
}

/** The last sentence of a paragraph that ends in a colon, where others stand before it. */
function leadInAtEnd(text: string): string | null {
  if (!/:$/.test(text)) return null;
  const at = Math.max(text.lastIndexOf('. '), text.lastIndexOf('! '), text.lastIndexOf('? '));
  const opener = text.slice(at + 2);
  return at > 0 && /^["'”“»]?\p{Lu}/u.test(opener) ? opener : null;
}

function isColonHeading(text: string, opensList: boolean): boolean {
  const title = text.slice(0, -1);
  if (containerLevel(title)) return true;
  return !opensList && title.split(' ').length <= 5 && isTitleLike(title) && !isGoalLeadIn(text);
}

function isImprintLike(line: string): boolean {
  return line.length < 120 && /^[\p{L} ]{3,30}: ?\S/u.test(line);
}
