import type { Body, List } from './block.types.js';
import {
  containerLevel,
  isActionHeading,
  isAside,
  isGoalLeadIn,
  isIntentHeading,
} from './heading.lexicon.js';
import { endsSentence } from './title.rules.js';
import type { Section } from './section.tree.js';
import { comparable } from './text.cleaner.js';

/** What a list holds, as its lead-in and heading say. `example` is a list that is certainly no goals. */
export type ListKind = 'goal' | 'plain' | 'action' | 'example';

export interface SectionList {
  list: List;
  /** Where it stands among the section's blocks. */
  at: number;
  leadIn: string | null;
  kind: ListKind;
}

/** The lists of a section, each with the sentence that opens it. */
export function listsOf(section: Section): SectionList[] {
  return section.blocks.flatMap((block, at) => {
    if (block.kind !== 'list') return [];
    const leadIn = leadInBefore(section.blocks, at);
    return [{ list: block, at, leadIn, kind: block.columns ? 'goal' : listKind(section, leadIn) }];
  });
}

/** The paragraph right before a list, where it opens the list instead of ending a thought. */
function leadInBefore(blocks: readonly Body[], at: number): string | null {
  const before = blocks[at - 1];
  if (before?.kind !== 'paragraph' || before.text.length > 600) return null;
  return !endsSentence(before.text) ||
    (before.text.length < 160 && isGoalLeadIn(before.text) && /mål|goal/i.test(before.text))
    ? before.text
    : null;
}

function listKind(section: Section, leadIn: string | null): ListKind {
  const heading = section.heading;
  if (heading && !heading.label && isAside(heading.text)) return 'example';
  if (leadIn) {
    if (isGoalLeadIn(leadIn)) return 'goal';
    if (EXAMPLE.test(leadIn)) return 'example';
  }
  if (!heading) return 'plain';
  const container = containerLevel(heading.text);
  if (container) return container.level.kind === 'action' ? 'action' : 'goal';
  if (isActionHeading(heading.text)) return 'action';
  return isIntentHeading(heading.text) ? 'goal' : 'plain';
}

const EXAMPLE =
  /(?<![\p{L}])(f\.?eks|fx|for eksempel|till? exempel|t\.?ex|følgende lov\p{L}*|följande lag\p{L}*|målgrupp\p{L}*|læs|läs|les|kilder|källor|definitioner|udfordringer|utmaningar|utfordringer|kontakt|bilag|bilagor|deltog|deltagit)(?![\p{L}])/iu;

const FACT =
  /^(?:ca\.? |cirka |omkring |omtrent |over |över |mer än |mere end |drygt |knap |knapt |næsten |nästan |hver |var )?(?:\d|anden|tredje|fjerde|fjärde|femte)|(?<![\p{L}])(?:er|är|har|hadde|havde|hade|var|blev|bor|ligger|findes|finns|fandtes|fanns|viser|visar|kender|läser|læser|bruger|använder|låner|lånar|mangler|saknar|køber|köper|cykler|cyklar|oplever|upplever)(?![\p{L}])/iu;

/** A list of how things are, as figures and the present tense tell: beside goals it is their background. */
export function tellsFacts({ items }: List): boolean {
  return items.filter(({ text }) => FACT.test(text)).length * 2 > items.length;
}

/** A list that only names the headings that follow it. */
export function isPreview(list: List, headings: ReadonlySet<string>): boolean {
  const known = list.items.filter(({ text }) => headings.has(comparable(text))).length;
  return known > 0 && known * 2 >= list.items.length;
}
