import { createContext, useContext, useEffect } from 'react';

/** What a page says of itself to search engines, link previews and the window's title. */
export interface Head {
  title: string;
  description?: string;
  /** Pages only their owner sees are kept out of search engines. */
  hidden?: boolean;
  /** The address of its feed, below the municipality; only who asks for the document looks for it. */
  feed?: string;
}

/** On the server the page's head is collected here while it renders; in the browser there is no collector. */
export const HeadCollector = createContext<{ head?: Head } | null>(null);

/** As much as a search engine or a link preview shows, on one line. */
const excerpt = (text: string | undefined): string | undefined => {
  const line = text?.replace(/\s+/g, ' ').trim();
  return line && line.length > 200 ? `${line.slice(0, 199).replace(/\s\S*$/, '')}…` : line;
};

export function useHead({ title, description: text, hidden, feed }: Head): void {
  const description = excerpt(text);
  const collector = useContext(HeadCollector);
  if (collector) collector.head = { title, description, hidden, feed };
  useEffect(() => {
    document.title = title;
    document.querySelector('meta[name=description]')?.setAttribute('content', description ?? '');
    document.querySelector('link[rel=canonical]')?.setAttribute('href', location.origin + location.pathname);
  }, [title, description]);
}
