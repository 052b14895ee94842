import type { Heading, HeadingStyle } from './block.types.js';
import { containerLevel } from './heading.lexicon.js';
import { labelOf, numberOf } from './line.markers.js';
import { plainInline } from './text.cleaner.js';

/** A heading with its printed number and label taken apart from its title. */
export function headingOf(printed: string, style: HeadingStyle, depth = 0): Heading {
  const text = plainInline(printed).replace(/ #+$/, '').trim();
  const bare: Heading = {
    kind: 'heading',
    style,
    depth,
    text: withoutColon(text),
    number: null,
    numberDepth: 0,
    ordinal: 0,
    label: null,
    labelKind: null,
  };
  const numbered = numberOf(text);
  const label = labelOf(numbered?.rest ?? text);
  if (!numbered && !label) return bare;
  const heading: Heading = { ...bare, text: withoutColon(numbered?.rest ?? text) };
  if (numbered)
    Object.assign(heading, {
      number: numbered.number,
      numberDepth: numbered.depth,
      ordinal: numbered.ordinal,
    });
  if (numbered && style === 'plain') heading.style = 'numbered';
  if (label && !containerLevel(heading.text)) applyLabel(heading, label);
  return heading;
}

function applyLabel(heading: Heading, label: NonNullable<ReturnType<typeof labelOf>>): void {
  heading.label = label.label;
  heading.labelKind = label.kind;
  if (label.number !== '') {
    heading.number = label.number;
    heading.ordinal = Number(label.number.split('.').at(-1)) || label.number.toLowerCase().charCodeAt(0) - 96;
  }
  heading.text = withoutColon(label.rest);
  if (heading.style === 'plain' || heading.style === 'numbered') heading.style = 'labelled';
}

function withoutColon(text: string): string {
  return text.replace(/ ?:$/, '');
}
