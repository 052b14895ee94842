import { Paragraph, TextRun } from 'docx';
import { heading, line, type Print } from './docx.parts.js';
import { joined } from './plain.text.js';
import { style } from './docx.styles.js';

/** One thing the chapter tells of, and the labels of what is not known about it. */
export type Unstated = { name: string; labels: string[] };

/**
 * What is not known yet, said once below a chapter instead of at every place where it is missing: a label and whose
 * it is. `whose.one` goes before the names, `whose.all` stands for all of them.
 */
export function unstatedNote(
  { words }: Print,
  of: Unstated[],
  whose: { one: string; all: string },
): Paragraph[] {
  const missing = new Map<string, string[]>();
  for (const { name, labels } of of)
    for (const label of labels) missing.set(label, [...(missing.get(label) ?? []), name]);
  if (missing.size === 0) return [];
  const list = new Intl.ListFormat(words.locale);
  return [
    heading(2, words.notes.title),
    ...[...missing].map(([label, names]) =>
      line(
        style.bullet,
        new TextRun({ text: `${label}: `, bold: true }),
        names.length === of.length && of.length > 1
          ? whose.all
          : joined([whose.one, list.format(names)], ' '),
      ),
    ),
  ];
}
