import { readBlocks } from './block.reader.js';
import { catalogueEntries } from './catalogue.rules.js';
import { readLines } from './document.lines.js';
import { takeTitle } from './document.title.js';
import { sectionRole } from './heading.lexicon.js';
import { languageOf } from './language.detector.js';
import { capitalised } from './level.lexicon.js';
import { headingText, textOf } from './node.builder.js';
import { OutlineError } from './outline.errors.js';
import type { OutlineOptions, OutlineSection, PolicyOutline } from './outline.types.js';
import { assemblePolicy, findOwner, isContact } from './policy.assembler.js';
import { descendants, sectionTree, type Section } from './section.tree.js';
import { refuseBinary } from './text.decoder.js';

export type * from './outline.types.js';
export { OutlineError, type OutlineErrorCode } from './outline.errors.js';
export { decodeText } from './text.decoder.js';

/**
 * Outlines a policy document (plain text or Markdown; Danish, Swedish, Norwegian or English): its policies,
 * the names of their levels, and their goals as a tree. Pure and deterministic; linear in the text's length.
 *
 * A document without goals is still outlined: its policy has no nodes and the warning `no-goals-found`.
 * Text that is no goal is kept in `text` and `sections`; only what belongs to the page (page numbers,
 * running heads, the table of contents) is left out.
 *
 * Throws `OutlineError` with code `not-text` for binary content and `empty` where no letter is left.
 */
export function outlinePolicyDocument(text: string, options: OutlineOptions = {}): PolicyOutline {
  refuseBinary(text);
  if (!/\p{L}/u.test(text)) throw new OutlineError('empty', 'The document holds no text');
  const document = readLines(text);
  const { title: printed, subtitle, blocks } = takeTitle(readBlocks(document.lines));
  const title = printed ?? document.meta.get('title') ?? null;
  const root = sectionTree(blocks);
  const entries = catalogueEntries(root, title);
  const language = languageOf(text);
  if (entries.length > 0)
    return catalogueOf(root, entries, title ?? nameOf(options.fileName) ?? '', language);
  const name = title ?? nameOf(options.fileName) ?? firstHeading(root) ?? firstWords(root);
  const policy = assemblePolicy({ title: name, titleMissing: title === null, subtitle, section: root });
  policy.links.push(...document.links.filter(({ text: words, url }) => isNewLink(policy.links, words, url)));
  return { kind: 'policy', title: name, language, policies: [policy], owner: policy.owner, sections: [] };
}

function catalogueOf(
  root: Section,
  entries: readonly Section[],
  title: string,
  language: PolicyOutline['language'],
): PolicyOutline {
  const closing = takeClosing(entries.at(-1));
  if (closing) root.children.push(closing);
  const inEntries = new Set(entries.flatMap((entry) => [entry, ...descendants(entry)]));
  const around = [root, ...descendants(root)].filter((section) => !inEntries.has(section));
  const owner = findOwner(around, '');
  const policies = entries.map((section) => {
    const policy = assemblePolicy({
      title: section.heading?.text ?? '',
      titleMissing: false,
      subtitle: null,
      section,
    });
    // Who publishes the catalogue answers for an entry that names nobody.
    return { ...policy, owner: policy.owner ?? owner, language: policy.language ?? language };
  });
  return { kind: 'catalogue', title, language, policies, owner, sections: around.flatMap(sectionAround) };
}

/** The address under the last entry is the catalogue's, though no heading parts them. */
function takeClosing(last: Section | undefined): Section | null {
  const end = last?.blocks.findLastIndex((block) => !isContact(block)) ?? -1;
  if (!last || end < 0 || end + 1 >= last.blocks.length || last.blocks[end]?.kind !== 'read-more')
    return null;
  return { heading: null, blocks: last.blocks.splice(end + 1), children: [], parent: last.parent };
}

function sectionAround(section: Section): OutlineSection[] {
  const text = section.blocks
    .map((block) => (block.kind === 'read-more' ? block.text : textOf(block)))
    .join('\n\n');
  if (!section.heading && text === '') return [];
  const contact = section.blocks.length > 0 && section.blocks.every(isContact);
  const role = contact ? 'contact' : section.heading ? sectionRole(section.heading.text) : 'introduction';
  return [{ role, number: section.heading?.number ?? null, title: headingText(section) || null, text }];
}

function isNewLink(
  held: readonly { text: string; url: string | null }[],
  text: string,
  url: string | null,
): boolean {
  return text !== '' && !(url ?? '').startsWith('#') && held.slice(0, 50).every((link) => link.text !== text);
}

/** "kulturpolitik_2020-2024.txt" as a title. */
function nameOf(fileName: string | undefined): string | null {
  const base =
    (fileName ?? '')
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.[a-z0-9]{1,5}$/i, '') ?? '';
  const words = base
    .replace(/[_\s]+/g, ' ')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .trim();
  return words === '' ? null : capitalised(words);
}

function firstHeading(root: Section): string | null {
  return root.children[0]?.heading?.text ?? null;
}

function firstWords(root: Section): string {
  const first = root.blocks[0];
  const text = first ? textOf(first) || (first.kind === 'read-more' ? first.text : '') : '';
  const line = text.split('\n')[0] ?? '';
  return line.length <= 80 ? line : `${line.slice(0, 80).replace(/ [^ ]*$/, '')} …`;
}
