import type { Language } from '@medvind/contracts';
import { Feed } from 'feed';
import { escapeMarkup, oneLine } from '../platform/mail/letter.rules.js';
import type { FeedEntry } from './feeds.repository.js';

interface FeedParts {
  /** "https://medvind.example/helsingor/feed.atom" */
  self: string;
  /** The page it is the feed of. */
  page: string;
  /** Of the municipality's pages. */
  url: string;
  title: string;
  language: Language;
  entries: readonly FeedEntry[];
}

const WORDS: Record<Language, { comment: (name: string, title: string) => string; removed: string }> = {
  da: { comment: (name, title) => `${name} om »${title}«`, removed: 'Fjernet bruger' },
  sv: { comment: (name, title) => `${name} om ”${title}”`, removed: 'Borttagen användare' },
  en: { comment: (name, title) => `${name} on “${title}”`, removed: 'Removed user' },
};

/** Signs XML cannot hold are left out. */
const storable = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, '');

/** Titles and contents are markup in a feed: what people wrote becomes text in it. */
const asText = (text: string): string => escapeMarkup(storable(text));

const updatedOf = (entries: readonly FeedEntry[]): Date =>
  new Date(Math.max(0, ...entries.map(({ updatedAt }) => updatedAt.getTime())));

export function atomOf({ self, page, url, title, language, entries }: FeedParts): string {
  const words = WORDS[language];
  const feed = new Feed({
    id: self,
    title: storable(title),
    link: page,
    feedLinks: { atom: self },
    language,
    updated: updatedOf(entries),
    generator: 'Medvind',
  });
  for (const { kind, id, title: about, path, by, text, createdAt, updatedAt } of entries) {
    const name = by ?? words.removed;
    const link = `${url}/${path}`;
    feed.addItem({
      id: `urn:uuid:${id}`,
      title: asText(kind === 'comment' ? words.comment(name, about) : about),
      link,
      date: updatedAt,
      published: createdAt,
      author: [{ name: storable(oneLine(name)) }],
      content: asText(text).replaceAll('\n', '<br/>'),
    });
  }
  return feed.atom1();
}

/** Whether a reader has this edition already, by its tag, or, for those who know none, by its date (RFC 9110, 13.2.2). */
export function hasEdition(
  headers: { 'if-none-match'?: string | undefined; 'if-modified-since'?: string | undefined },
  tag: string,
  changedAt: Date,
): boolean {
  const known = headers['if-none-match'];
  // A proxy that compressed it has made the tag a weak one.
  const tags = known?.split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (tags) return tags.includes(tag) || tags.includes('*');
  return Date.parse(headers['if-modified-since'] ?? '') >= changedAt.getTime();
}
