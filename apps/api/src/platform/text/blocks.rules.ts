import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';

type Node = ReturnType<typeof fromMarkdown>['children'][number];
type Phrase = Extract<Node, { type: 'paragraph' }>['children'][number];

/** A run of text; with `href` a link. */
export interface TextPart {
  text: string;
  href?: string;
  /** In print alone. */
  bold?: boolean;
  italic?: boolean;
}

/** What people write, as a tree: paragraphs hold parts; lists hold items; items and quotes hold blocks. */
export interface TextBlock {
  type: 'paragraph' | 'list' | 'item' | 'quote';
  parts?: TextPart[];
  blocks?: TextBlock[];
  /** Of a numbered list: its first number. */
  start?: number;
}

/** Lists and quotes stand within one another this deep; what is deeper stands at this depth. */
const DEEPEST = 4;

/** Everything of Markdown that is not a paragraph, list, quote or link: it stays the characters that were typed. */
const PLAIN = [
  'attention',
  'characterEscape',
  'characterReference',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'hardBreakEscape',
  'headingAtx',
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'setextUnderline',
  'thematicBreak',
];

const PLAIN_IN_PRINT = PLAIN.filter((mark) => mark !== 'attention' && mark !== 'headingAtx');

// Its transforms walk the tree by recursion, which deep nesting breaks; the tokens alone find the same links.
const { transforms: _transforms, ...literals } = gfmAutolinkLiteralFromMarkdown();

const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/**
 * Markdown as blocks (source: CommonMark 0.31, with GitHub's literal links), reduced to paragraphs, lists, quotes and
 * links to http, https and mailto. Nothing else has a meaning: HTML, headings, images and other links stay as typed.
 * @param text characters; the cost grows with its length, however it nests
 */
export const blocksOf = (text: string): TextBlock[] => read(text, PLAIN);

/** The same as it is printed: what is marked as bold, italic or a heading is that, and not its marks. */
export const printedBlocksOf = (text: string): TextBlock[] => read(text, PLAIN_IN_PRINT);

function read(text: string, plainly: string[]): TextBlock[] {
  try {
    const tree = fromMarkdown(flattened(text), {
      extensions: [gfmAutolinkLiteral(), { disable: { null: plainly } }],
      mdastExtensions: [literals],
    });
    return tree.children.flatMap((node) => blockOf(node, flattened(text), 0));
  } catch {
    return plain(text);
  }
}

/** Texts read over and over, at most this many remembered. */
const REMEMBERED = 500;
const remembered = new Map<string, TextBlock[]>();

/** `blocksOf`, remembered: a thread a thousand people read is not taken apart a thousand times. */
export function blocksOfText(text: string): TextBlock[] {
  const known = remembered.get(text);
  if (known) return known;
  const blocks = blocksOf(text);
  if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value!);
  remembered.set(text, blocks);
  return blocks;
}

/** Its paragraphs, nothing else. */
const plain = (text: string): TextBlock[] =>
  text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim())
    .map((paragraph) => ({ type: 'paragraph', parts: [{ text: paragraph.trim() }] }));

/** Markers beyond the deepest level taken from the head of each line: a thousand of them make one quote, not a stack. */
const flattened = (text: string): string =>
  text.replace(
    new RegExp(
      `^((?:[ \\t]*(?:>|[-*+](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){${DEEPEST}})(?:[ \\t]*(?:>|[-*+](?=[ \\t])|\\d{1,9}[.)](?=[ \\t])))+`,
      'gm',
    ),
    '$1',
  );

function blockOf(node: Node, source: string, depth: number): TextBlock[] {
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', parts: partsOf(node.children, source) }];
    case 'list': {
      const items = node.children.map((item): TextBlock => ({
        type: 'item',
        blocks: within(item.children, source, depth),
      }));
      return [{ type: 'list', blocks: items, ...(node.ordered ? { start: node.start ?? 1 } : {}) }];
    }
    case 'heading':
      return [{ type: 'paragraph', parts: partsOf(node.children, source, { bold: true }) }];
    case 'blockquote':
      return [{ type: 'quote', blocks: within(node.children, source, depth) }];
    default:
      return [{ type: 'paragraph', parts: [{ text: typed(node, source) }] }];
  }
}

/** What a list's item or a quote holds; at the deepest level only its words. */
const within = (nodes: readonly Node[], source: string, depth: number): TextBlock[] =>
  depth < DEEPEST
    ? nodes.flatMap((node) => blockOf(node, source, depth + 1))
    : nodes.map((node) => ({
        type: 'paragraph',
        parts: node.type === 'paragraph' ? partsOf(node.children, source) : [{ text: typed(node, source) }],
      }));

type Marks = Pick<TextPart, 'bold' | 'italic'>;

function partsOf(nodes: readonly Phrase[], source: string, marks: Marks = {}): TextPart[] {
  const parts: TextPart[] = [];
  const add = (text: string, href?: string) => {
    const last = parts.at(-1);
    if (href !== undefined) parts.push({ text, href, ...marks });
    else if (last && last.href === undefined && last.bold === marks.bold && last.italic === marks.italic)
      last.text += text;
    else parts.push({ text, ...marks });
  };
  for (const node of nodes) {
    if (node.type === 'text') add(node.value);
    else if (node.type === 'break') add('\n');
    else if (node.type === 'link' && isSafe(node.url))
      add(wordsOf(node.children, source) || node.url, node.url);
    else if (node.type === 'strong') parts.push(...partsOf(node.children, source, { ...marks, bold: true }));
    else if (node.type === 'emphasis')
      parts.push(...partsOf(node.children, source, { ...marks, italic: true }));
    else add(typed(node, source));
  }
  return parts;
}

const wordsOf = (nodes: readonly Phrase[], source: string): string =>
  nodes.map((node) => (node.type === 'text' ? node.value : typed(node, source))).join('');

/** Only whole addresses of a kind that opens a page or a letter. */
function isSafe(url: string): boolean {
  try {
    return SCHEMES.has(new URL(url).protocol);
  } catch {
    return false;
  }
}

const typed = ({ position }: Node | Phrase, source: string): string =>
  source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
