import { createContext, useContext, useEffect } from 'react';

/** What a page says of itself to search engines, link previews and the window's title. */
export interface Head {
  title: string;
  description?: string;
  /** Pages only their owner sees are kept out of search engines. */
  hidden?: boolean;
}

/** On the server the page's head is collected here while it renders; in the browser there is no collector. */
export const HeadCollector = createContext<{ head?: Head } | null>(null);

export function useHead({ title, description, hidden }: Head): void {
  const collector = useContext(HeadCollector);
  if (collector) collector.head = { title, description, hidden };
  useEffect(() => {
    document.title = title;
    document.querySelector('meta[name=description]')?.setAttribute('content', description ?? '');
    document.querySelector('link[rel=canonical]')?.setAttribute('href', location.origin + location.pathname);
  }, [title, description]);
}
