import type { Block, Item } from './block.types.js';
import type { Draft, NumberedDraft } from './block.drafts.js';
import { mendBlocks } from './block.mender.js';
import type { Line } from './document.lines.js';
import { BOLD_LINE, GroupReader, type Ahead } from './group.reader.js';
import { headingOf } from './heading.factory.js';
import { bulletOf, labelOf, numberOf, type Bullet, type Numbered } from './line.markers.js';
import { closesTitle, endedEarly, wrapWidth } from './line.wrapping.js';
import { resolveNumbered } from './numbered.resolver.js';
import { endsOpen, joinedText, joinLines, plainInline } from './text.cleaner.js';
import { endsSentence, isCaps, isTitleLike } from './title.rules.js';

const MARKDOWN_HEADING = /^(#{1,6})(?: (.*)|(\p{Lu}.*))$/u;
const RULE = /^(?:(?:[-*_] ?){3,}|={3,})$/;
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
    // Beside bullets of another kind one is enough.
    const others = lines.some(({ text }) => bulletOf(text, false) !== null) ? 1 : 2;
    this.letterO = lines.filter(({ text }) => /^o \S/u.test(text)).length >= others;
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
    // "avsnitt / 2.1.2" runs on; after a sentence such a number opens a line of its own.
    if (numbered.depth > 1 && endsSentence(before.text) && isTitleLike(numbered.rest)) return true;
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
    const label = labelOf(boxless);
    const labelled = label && label.number !== '' && label.rest !== '' ? label : null;
    const own =
      labelled ??
      (numbered && /^[(d]/.test(numbered.shape) && numbered.number !== numbered.rest ? numbered : null);
    const lines = [{ text: own?.rest ?? boxless, indent, pageEnd: false }, ...this.takeContinuation(indent)];
    const item: Item = {
      mark: bullet.mark,
      indent,
      number: own?.number ?? null,
      ...(labelled ? { label: labelled.label } : {}),
      text: joinedText(lines),
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
      more.push(joinedText(lines));
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
      if (taken.length === 1 && closesTitle(this.line(this.at - 1), this.line(this.at), this.width)) break;
      if (this.line(this.at).indent <= line.indent && taken.length > 0 && this.opensParagraph(this.at)) break;
      taken.push(this.line(this.at));
    }
    const text = joinedText(taken);
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
    const text = joinedText(this.lines.slice(start, this.at));
    if (text.endsWith(':')) this.at = start;
    return text === '' || text.endsWith(':') ? [] : [text];
  }

  /** Lines of text without an empty line between them. */
  private readGroup(): void {
    const start = this.at;
    this.at++;
    while (this.at < this.lines.length && !this.opensAnything(this.at)) this.at++;
    const group = this.lines.slice(start, this.at);
    const reader = new GroupReader(this.drafts, this.width, this.marked);
    const underline = underlineDepth(this.line(this.at).text);
    const title = group.at(-1);
    if (underline > 0 && title && isUnderlined(title, group.length, this.line(this.at).text)) {
      this.at++;
      if (group.length > 1) reader.read(group.slice(0, -1), this.ahead());
      this.drafts.push(headingOf(title.text, 'setext', underline));
    } else reader.read(group, this.ahead());
  }

  /** What stands after the lines that were read so far. */
  private ahead(): Ahead {
    const isBlank = this.line(this.at).text === '';
    return { isBlank, opens: !isBlank && this.opensAnything(this.at), opensList: this.listFollows() };
  }

  private listFollows(): boolean {
    let next = this.at;
    while (next < this.lines.length && next < this.at + 4 && this.line(next).text === '') next++;
    return this.opensItem(next) || /^\(?[d]/.test(numberOf(this.line(next).text)?.shape ?? '');
  }
}

/** A sentence that was cut by the end of a page belongs together again. */
function continueSentence(entry: { text: string; more: string[] }): void {
  const [first] = entry.more;
  if (first === undefined || endsSentence(entry.text) || !/^\p{Ll}/u.test(first)) return;
  entry.text = joinLines([entry.text, first]);
  entry.more.shift();
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
