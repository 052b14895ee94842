import { opensBackground } from './heading.lexicon.js';
import { isCollective, isDocumentName } from './policy.kinds.js';
import { isReadMore } from './read-more.rules.js';
import type { Section } from './section.tree.js';
import { isContactLine } from './title.rules.js';

/**
 * The sections of a catalogue that are policies, in their order; empty where the document is one policy.
 * An entry bears the name of a document, or ends by sending the reader to one.
 */
export function catalogueEntries(root: Section, title: string | null): Section[] {
  for (let parent: Section | null = root; parent; parent = onlyChild(parent)) {
    const entries = entriesAmong(parent.children, title);
    if (entries.length > 0) return entries;
    const collective: Section | undefined = parent.children.find(
      ({ heading }) => heading && isCollective(heading.text),
    );
    const below = collective ? entriesAmong(collective.children, null) : [];
    if (below.length > 0) return below;
  }
  return [];
}

function onlyChild(section: Section): Section | null {
  return section.children.length === 1 ? (section.children[0] ?? null) : null;
}

function entriesAmong(sections: readonly Section[], title: string | null): Section[] {
  const subjects = sections.filter(isSubject);
  const named = subjects.filter(({ heading }) => heading !== null && isDocumentName(heading.text));
  const leading = subjects.filter(sendsElsewhere);
  const both = named.filter(sendsElsewhere);
  // A policy may speak of others; a catalogue does nothing else.
  const isOnePolicy = title !== null && isDocumentName(title) && !isCollective(title);
  const enough = isOnePolicy
    ? both.length >= 3
    : named.length >= 2 && (both.length >= 2 || named.length * 2 >= subjects.length);
  if (!enough && !(leading.length >= 3 && named.length >= 1 && !isOnePolicy)) return [];
  const sure = new Set([...named, ...leading]);
  const at = subjects.flatMap((section, i) => (sure.has(section) ? [i] : []));
  return subjects
    .slice(at[0], (at.at(-1) ?? -1) + 1)
    .filter((section) => sure.has(section) || !isLeadIn(section));
}

function isSubject(section: Section): boolean {
  const { heading, blocks, children } = section;
  if (
    !heading ||
    heading.label ||
    isReadMore(heading.text) ||
    isCollective(heading.text) ||
    isLeadIn(section)
  )
    return false;
  if (opensBackground(heading.text) && !isDocumentName(heading.text)) return false;
  if (blocks.length + children.length === 0) return false;
  return (
    !blocks.every((block) => block.kind === 'paragraph' && block.text.split('\n').some(isContactLine)) ||
    blocks.length === 0
  );
}

function sendsElsewhere({ blocks }: Section): boolean {
  return blocks.some(({ kind }) => kind === 'read-more');
}

/** A section that ends in a colon opens the catalogue and is no part of it. */
function isLeadIn({ blocks, children }: Section): boolean {
  const last = blocks.at(-1);
  return children.length === 0 && last?.kind === 'paragraph' && last.text.endsWith(':');
}
