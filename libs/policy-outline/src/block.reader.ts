import type { Block, Heading, Item, Paragraph } from './block.types.js';
import type { Draft, NumberedDraft } from './block.drafts.js';
import { mendBlocks } from './block.mender.js';
import type { Line } from './document.lines.js';
import { headingOf } from './heading.factory.js';
import { containerLevel, isBareLeadIn, isGoalLeadIn, isIntentHeading } from './heading.lexicon.js';
import { bulletOf, labelOf, numberOf, type Bullet, type Numbered } from './line.markers.js';
import { endedEarly, wrapWidth } from './line.wrapping.js';
import { isDocumentName } from './policy.kinds.js';
import { resolveNumbered } from './numbered.resolver.js';
import { isReadMore } from './read-more.rules.js';
import { endsOpen, joinLines, plainInline } from './text.cleaner.js';
import {
  endsSentence,
  isCaps,
  isContactLine,
  isImprint,
  isMunicipality,
  isTitleLike,
  isUnit,
} from './title.rules.js';

const MARKDOWN_HEADING = /^(#{1,6})(?: (.*)|(\p{Lu}.*))$/u;
const RULE = /^(?:(?:[-*_] ?){3,}|={3,})$/;
const BOLD_LINE = /^(\*\*\*|\*\*|__)([^*_].{0,200}?)\1(:?)$/u;
const TABLE_SEPARATOR = /^[|:\- ]{3,}$/;

/** Reads the lines into headings, paragraphs, lists, read-more lines and tables, in their order. */
export function readBlocks(lines: readonly Line[]): Block[] {
  return mendBlocks(resolveNumbered(new BlockReader(lines).read()));
}

class BlockReader {
  private readonly drafts: Draft[] = [];
  private readonly width: number | null;
  private readonly letterO: boolean;
  /** Where Markdown marks the headings, a plain line is none. */
  private readonly marked: boolean;
  private at = 0;
  /** The number whose lines are being gathered. */
  private reading: Numbered | null = null;

  constructor(private readonly lines: readonly Line[]) {
    this.width = wrapWidth(lines);
    this.letterO = lines.filter(({ text }) => /^o \S/u.test(text)).length >= 2;
    this.marked =
      lines.filter(({ text }, i) => MARKDOWN_HEADING.test(text) || isSetext(lines, i)).length >= 2;
  }

  read(): Draft[] {
    while (this.at < this.lines.length) this.readNext();
    return this.drafts;
  }

  private readNext(): void {
    const { text } = this.line(this.at);
    if (text === '' || RULE.test(text) || text.startsWith('```')) this.at++;
    else if (MARKDOWN_HEADING.test(text)) this.readMarkdownHeading(text);
    else if (isTableRow(text)) this.readTable();
    else if (this.opensItem(this.at)) this.readItem();
    else if (this.opensNumbered(this.at)) this.readNumbered();
    else this.readGroup();
  }

  private line(index: number): Line {
    return this.lines[index] ?? { text: '', indent: 0, pageEnd: false };
  }

  private blankBefore(index: number): boolean {
    const before = this.line(index - 1).text;
    return before === '' || RULE.test(before) || MARKDOWN_HEADING.test(before);
  }

  private readMarkdownHeading(text: string): void {
    const match = MARKDOWN_HEADING.exec(text);
    const title = (match?.[2] ?? match?.[3] ?? '').trim();
    if (plainInline(title) !== '') this.drafts.push(headingOf(title, 'markdown', match?.[1]?.length ?? 1));
    this.at++;
  }

  private readTable(): void {
    const rows: string[][] = [];
    for (; isTableRow(this.line(this.at).text); this.at++) {
      const { text } = this.line(this.at);
      if (!TABLE_SEPARATOR.test(text)) rows.push(cells(text));
    }
    if (rows.length > 0) this.drafts.push({ kind: 'table', rows });
  }

  /** A dash inside a running sentence opens no item, though it stands first on its line. */
  private bulletAt(index: number): Bullet | null {
    const { text } = this.line(index);
    const bullet = bulletOf(text, this.letterO);
    if (!bullet || RULE.test(text) || !/^[-–—·+*]$/u.test(bullet.mark)) return bullet;
    const before = this.line(index - 1);
    if (before.text === '' || bulletOf(before.text, this.letterO)?.mark === bullet.mark) return bullet;
    const sentenceRunsOn = /^\p{Ll}/u.test(bullet.rest) && !/[.:;!?,]$/u.test(before.text);
    return sentenceRunsOn && !endedEarly(before, this.line(index), this.width ?? 80) ? null : bullet;
  }

  private opensItem(index: number): boolean {
    return this.bulletAt(index) !== null;
  }

  private opensNumbered(index: number): boolean {
    const { text } = this.line(index);
    const numbered = numberOf(text);
    if (!numbered) return false;
    if (this.blankBefore(index)) return true;
    const before = this.line(index - 1);
    if (/[.)]$|^\(/.test(numbered.number) && /^d|^\(d/.test(numbered.shape))
      return endsLine(before) || this.followsNumber(index, numbered);
    return before.text.endsWith(':') || this.followsNumber(index, numbered);
  }

  /** Whether this number continues the last one that was read. */
  private followsNumber(index: number, numbered: Numbered): boolean {
    // Markdown lets every item of a list be numbered 1.
    if (this.reading?.shape === numbered.shape)
      return [0, 1].includes(numbered.ordinal - this.reading.ordinal);
    const last = this.drafts.at(-1);
    if (last?.kind === 'numbered' && last.numbered.shape === numbered.shape) return true;
    return numbered.ordinal === 1 && endedEarly(this.line(index - 1), this.line(index), this.width);
  }

  /** Whether a line opens something of its own, and thus ends what stands before it. */
  private opensAnything(index: number): boolean {
    const { text } = this.line(index);
    if (text === '' || RULE.test(text) || MARKDOWN_HEADING.test(text) || isTableRow(text)) return true;
    if (this.opensItem(index) || BOLD_LINE.test(text)) return true;
    const label = labelOf(text);
    return (label !== null && label.number !== '') || this.opensNumbered(index);
  }

  private readItem(): void {
    const { indent } = this.line(this.at);
    const bullet = this.bulletAt(this.at) ?? { mark: '-', rest: '' };
    this.at++;
    if (bullet.rest === '') bullet.rest = this.takeNextLine();
    const boxless = bullet.rest.replace(/^\[[ xX]\] /, '');
    const numbered = numberOf(boxless);
    const own =
      numbered && /^[(d]/.test(numbered.shape) && numbered.number !== numbered.rest ? numbered : null;
    const lines = [{ text: own?.rest ?? boxless, indent, pageEnd: false }, ...this.takeContinuation(indent)];
    const item: Item = {
      mark: bullet.mark,
      indent,
      number: own?.number ?? null,
      text: this.joined(lines),
      more: [],
      items: [],
    };
    item.more = this.takeMore(indent, item.text);
    continueSentence(item);
    if (item.text !== '') this.drafts.push({ kind: 'item', item });
  }

  /** The text of a bullet that stands alone on its line. */
  private takeNextLine(): string {
    let next = this.at;
    while (next < this.lines.length && next < this.at + 3 && this.line(next).text === '') next++;
    if (next >= this.lines.length || this.opensAnything(next)) return '';
    this.at = next + 1;
    return this.line(next).text;
  }

  /** The wrapped lines of an item, with or without a hanging indent. */
  private takeContinuation(indent: number): Line[] {
    const taken: Line[] = [];
    for (; this.at < this.lines.length; this.at++) {
      const line = this.line(this.at);
      if (this.opensAnything(this.at) || (line.indent <= indent && this.opensParagraph(this.at))) break;
      taken.push(line);
    }
    return taken;
  }

  /** An unindented line after an item that begins anew instead of continuing it. */
  private opensParagraph(index: number): boolean {
    const line = this.line(index);
    const before = this.line(index - 1);
    if (!/^["'”“»]?\p{Lu}/u.test(line.text)) return false;
    const next = this.line(index + 1);
    if (line.text.endsWith(':') && (next.text === '' || this.opensItem(index + 1))) return true;
    if (isCaps(plainInline(line.text)) && !isCaps(before.text)) return true;
    if (endsOpen(before.text)) return false;
    return endedEarly(before, line, (this.width ?? 100) * (endsSentence(before.text) ? 1 : 0.7));
  }

  /** Paragraphs set in under an item, and its sentence where a page ended inside it. */
  private takeMore(indent: number, text: string): string[] {
    const more: string[] = [];
    for (let next = this.at; next < this.lines.length;) {
      let pageEnded = false;
      for (; next < this.lines.length && this.line(next).text === ''; next++)
        pageEnded ||= this.line(next).pageEnd;
      const line = this.line(next);
      if (next === this.at || line.text === '' || this.opensAnything(next)) break;
      const runsOn =
        /^\p{Ll}/u.test(line.text) &&
        !endsSentence(more.at(-1) ?? text) &&
        (pageEnded || line.indent > indent);
      if (!runsOn && line.indent < indent + 2) break;
      this.at = next;
      const lines = [line];
      this.at++;
      lines.push(...this.takeContinuation(indent));
      more.push(this.joined(lines));
      next = this.at;
    }
    return more;
  }

  private readNumbered(): void {
    const start = this.at;
    const line = this.line(start);
    const numbered = numberOf(line.text);
    this.at++;
    if (!numbered) return;
    const setOff = this.blankBefore(start);
    this.reading = numbered;
    const taken = [{ ...line, text: numbered.rest }];
    // A short line under its number is the title; what follows it is text.
    for (; this.at < this.lines.length && !this.opensAnything(this.at); this.at++) {
      if (this.closesTitle(this.line(this.at - 1), this.line(this.at), taken.length === 1)) break;
      if (this.line(this.at).indent <= line.indent && taken.length > 0 && this.opensParagraph(this.at)) break;
      taken.push(this.line(this.at));
    }
    const text = this.joined(taken);
    const draft: NumberedDraft = {
      kind: 'numbered',
      numbered,
      text,
      indent: line.indent,
      setOff,
      titleLike: isTitleLike(text) || isCaps(text),
      more: [],
    };
    if (endsSentence(text)) draft.more = this.takeAttached();
    draft.more.push(...this.takeMore(line.indent + 1, text));
    continueSentence(draft);
    this.reading = null;
    this.drafts.push(draft);
  }

  /** Lines right beneath a numbered sentence explain it. */
  private takeAttached(): string[] {
    const start = this.at;
    while (this.at < this.lines.length && !this.opensAnything(this.at)) this.at++;
    const text = this.joined(this.lines.slice(start, this.at));
    if (text.endsWith(':')) this.at = start;
    return text === '' || text.endsWith(':') ? [] : [text];
  }

  private closesTitle(line: Line, next: Line, first: boolean): boolean {
    if (!first || !/^["'”“»]?\p{Lu}/u.test(next.text)) return false;
    return endedEarly(line, next, this.width ?? 100) && !endsOpen(line.text) && !/;$/.test(line.text);
  }

  private joined(lines: readonly Line[]): string {
    return plainInline(joinLines(lines.map(({ text }) => text)));
  }

  /** Lines of text without an empty line between them. */
  private readGroup(): void {
    const start = this.at;
    this.at++;
    while (this.at < this.lines.length && !this.opensAnything(this.at)) this.at++;
    const group = this.lines.slice(start, this.at);
    const underline = underlineDepth(this.line(this.at).text);
    const title = group.at(-1);
    if (underline > 0 && title && isUnderlined(title, group.length, this.line(this.at).text)) {
      this.at++;
      if (group.length > 1) this.pushGroup(group.slice(0, -1));
      this.drafts.push(headingOf(title.text, 'setext', underline));
    } else this.pushGroup(group);
  }

  private pushGroup(group: readonly Line[]): void {
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
    if (
      contact > 0 &&
      /^\p{Lu}[\p{L} .]{2,30} \d{1,3} ?[A-Z]?$/u.test(this.joined(chunks[contact - 1] ?? []))
    )
      contact--;
    if (contact < 0 || chunks.slice(contact).some((chunk) => this.joined(chunk).length > 120))
      return chunks.length;
    const above = this.joined(chunks[contact - 1] ?? []);
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
    const title = this.joined(group.slice(0, caps));
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
      if (!line || !next || this.closesTitle(line, next, true)) break;
      end++;
    }
    const title = bold ? text : this.joined(group.slice(0, end));
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
    const lines = chunks.map((chunk) => this.joined(chunk));
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
    const text = this.joined(chunk);
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
    const text = this.joined(chunk);
    const last = index === chunks.length - 1;
    const beforeList = last && this.opensAnything(this.at) && this.line(this.at).text !== '';
    const opensList = last && this.listFollows();
    if (/:$/.test(text)) return isColonHeading(text, opensList) && (chunks.length === 1 || !last);
    if (!isTitleLike(text)) return false;
    // Before the first marked heading a plain line may be the document's title.
    if (this.marked && this.drafts.some(({ kind }) => kind === 'heading')) return false;
    if (containerLevel(text)) return true;
    if (beforeList && isGoalLeadIn(text)) return false;
    if (opensList && (isBareLeadIn(text) || isIntentHeading(text))) return false;
    if (chunk.length === 2 && text.length > 90) return false;
    return chunks.length === 1 || !last || beforeList || endsSentence(this.joined(chunks[index - 1] ?? []));
  }

  private listFollows(): boolean {
    let next = this.at;
    while (next < this.lines.length && next < this.at + 4 && this.line(next).text === '') next++;
    return this.opensItem(next) || /^\(?[d]/.test(numberOf(this.line(next).text)?.shape ?? '');
  }

  /** The sentence that opens a list is a paragraph of its own, so that it can be told from the prose. */
  private pushParagraph(lines: string[], text: string): void {
    const opener = this.opensAnything(this.at) || this.line(this.at).text === '' ? leadInAtEnd(text) : null;
    if (!opener) this.drafts.push({ kind: 'paragraph', text, lines });
    else this.drafts.push(paragraph(text.slice(0, -opener.length).trim()), paragraph(opener));
  }
}

/** A sentence that was cut by the end of a page belongs together again. */
function continueSentence(entry: { text: string; more: string[] }): void {
  const [first] = entry.more;
  if (first === undefined || endsSentence(entry.text) || !/^\p{Ll}/u.test(first)) return;
  entry.text = joinLines([entry.text, first]);
  entry.more.shift();
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

function endsLine(line: Line): boolean {
  return /[.!?:;,]["”)]?$/u.test(line.text);
}

function isTableRow(text: string): boolean {
  return text.startsWith('|') && text.indexOf('|', 1) > 0;
}

function cells(row: string): string[] {
  return row
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => plainInline(cell.trim()));
}

function underlineDepth(text: string): number {
  if (/^={3,}$/.test(text)) return 1;
  return /^-{3,}$/.test(text) ? 2 : 0;
}

function isSetext(lines: readonly Line[], index: number): boolean {
  const title = lines[index];
  const underline = lines[index + 1]?.text ?? '';
  return (
    title !== undefined &&
    underlineDepth(underline) > 0 &&
    isUnderlined(title, 1, underline) &&
    title.text !== ''
  );
}

/** A rule under a paragraph parts it from the next; only under a short line it makes a heading. */
function isUnderlined(title: Line, size: number, underline: string): boolean {
  if (
    title.text.length > 120 ||
    RULE.test(title.text) ||
    isTableRow(title.text) ||
    bulletOf(title.text, false)
  )
    return false;
  if (/[.;,]$/.test(title.text)) return false;
  return size === 1 || Math.abs(title.text.length - underline.length) <= 4;
}
