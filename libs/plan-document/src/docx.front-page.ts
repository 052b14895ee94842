import { BorderStyle, HeadingLevel, Paragraph, Tab, TableOfContents, TextRun } from 'docx';
import { line, linked, type Print } from './docx.parts.js';
import { style } from './docx.styles.js';

/** The cover: whose plan, for what year, and what has been decided about it. */
export function frontPage({ plan, words, colours }: Print): Paragraph[] {
  const front = plan.frontPage;
  const name = words.frontPage;
  const fact = (label: string, value: string, url = '') =>
    value === ''
      ? []
      : [
          line(
            style.coverFact,
            new TextRun({ children: [label, new Tab()], bold: true }),
            linked(value, url),
          ),
        ];
  const unstated = [
    ...(front.ownerUnit === '' ? [name.ownerUnit] : []),
    ...(front.caseNumber === '' ? [name.caseNumber] : []),
  ];

  return [
    line(style.coverMunicipality, front.municipality),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(front.planTitle)] }),
    line(style.coverPolicy, `${front.policyTitle} · ${front.year}`),
    new Paragraph({
      spacing: { before: 240, after: 700 },
      border: { top: { style: BorderStyle.SINGLE, size: 48, space: 1, color: colours.accent } },
      indent: { left: -80, right: -80 },
      children: [],
    }),
    ...(front.status === 'draft' ? [line(style.coverDraft, words.draft)] : []),
    ...fact(name.status, words.publication[front.status]),
    ...fact(name.ownerUnit, front.ownerUnit),
    ...fact(name.adoptedBy, front.adoptedBy || (front.adoptedOn ? '' : name.notAdopted)),
    ...fact(name.adoptedOn, front.adoptedOn ? words.formatDate(front.adoptedOn) : ''),
    ...fact(name.caseNumber, front.caseNumber),
    ...fact(name.url, front.url, front.url),
    ...fact(name.exportedOn, words.formatDate(front.exportedOn)),
    ...fact(words.notes.title, new Intl.ListFormat(words.locale).format(unstated)),
  ];
}

/** The contents, filled in with pages when the file is made, so that Word opens it without asking to update it. */
export function contents({ words }: Print): (Paragraph | TableOfContents)[] {
  return [
    line(style.contentsTitle, words.contents),
    new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: '1-2', beginDirty: false }),
  ];
}
