import type { Language } from '@medvind/contracts';

/** A part of a letter; every text in it is text, whoever wrote it. */
export type Block =
  | { kind: 'heading'; text: string; href?: string; lang?: string }
  | { kind: 'paragraph'; text: string; lang?: string }
  | { kind: 'item'; text: string; href: string; quote?: string; lang?: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'note'; text: string; href?: string };

export interface Letter {
  language: Language;
  /** The municipality's name. */
  from: string;
  subject: string;
  blocks: readonly Block[];
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeMarkup = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);

/** For a header: whatever could begin another one, or turn the line around, is a space. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const quoted = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

const textOf = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
      return `\n${block.text}\n${'-'.repeat(Math.min(60, [...block.text].length))}`;
    case 'paragraph':
      return block.text;
    case 'item':
      return [`* ${block.text}`, block.quote && quoted(block.quote), `  ${block.href}`]
        .filter(Boolean)
        .join('\n');
    case 'link':
      return `${block.text}:\n${block.href}`;
    case 'note':
      return block.href ? `${block.text}: ${block.href}` : block.text;
  }
};

/** The letter for those who read plain text. */
export const plainTextOf = ({ from, blocks }: Letter): string => {
  const written = blocks.filter(({ kind }) => kind !== 'note').map(textOf);
  const notes = blocks.filter(({ kind }) => kind === 'note').map(textOf);
  return `${[from, ...written].join('\n\n')}\n\n-- \n${notes.join('\n')}\n`;
};

const langOf = (lang: string | undefined) => (lang ? ` lang="${escapeMarkup(lang)}"` : '');
const anchor = (href: string, text: string, style: string) =>
  `<a href="${escapeMarkup(href)}" style="${style}">${escapeMarkup(text)}</a>`;

const INK = 'color:#1e2b3c';
const LINK = 'color:#00508c;text-decoration:underline';

const htmlOf = (block: Block): string => {
  switch (block.kind) {
    case 'heading': {
      const title = block.href ? anchor(block.href, block.text, INK) : escapeMarkup(block.text);
      return `<h2 style="font-size:18px;margin:28px 0 8px"${langOf(block.lang)}>${title}</h2>`;
    }
    case 'paragraph':
      return `<p style="margin:0 0 16px"${langOf(block.lang)}>${escapeMarkup(block.text).replaceAll('\n', '<br>')}</p>`;
    case 'item':
      return (
        `<p style="margin:0 0 4px">${anchor(block.href, block.text, LINK)}</p>` +
        (block.quote
          ? `<blockquote style="margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid #8794a5"${langOf(block.lang)}>${escapeMarkup(block.quote).replaceAll('\n', '<br>')}</blockquote>`
          : '')
      );
    case 'link':
      return `<p style="margin:16px 0">${anchor(block.href, block.text, `${LINK};font-weight:bold`)}</p>`;
    case 'note':
      return `<p style="margin:0 0 8px;font-size:14px">${block.href ? anchor(block.href, block.text, LINK) : escapeMarkup(block.text)}</p>`;
  }
};

/** The same as a page without anything to fetch: no pictures, no tracking, one column that follows the window. */
export const htmlLetterOf = ({ language, from, subject, blocks }: Letter): string => {
  const part = (wanted: (block: Block) => boolean) => blocks.filter(wanted).map(htmlOf).join('\n');
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeMarkup(subject)}</title></head>
<body style="margin:0;background:#ffffff;${INK};font:16px/1.5 system-ui,sans-serif">
<main style="max-width:600px;margin:0 auto;padding:24px 16px">
<p style="margin:0 0 8px;font-weight:bold">${escapeMarkup(from)}</p>
<h1 style="font-size:24px;line-height:1.25;margin:0 0 16px">${escapeMarkup(subject)}</h1>
${part(({ kind }) => kind !== 'note')}
<hr style="border:0;border-top:1px solid #8794a5;margin:32px 0 16px">
${part(({ kind }) => kind === 'note')}
</main>
</body>
</html>
`;
};
