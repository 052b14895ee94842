import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { useTranslation } from '../i18n/use-translation.js';
import { useHead } from '../lib/head.js';
import { useMunicipalityName } from '../lib/municipality.js';
import { Breadcrumbs, type Crumb } from './breadcrumbs.js';
import { Heading } from './heading.js';

interface PageProps {
  /** The page's heading and, with the municipality's name, the window's title. */
  title: string;
  /** Of the title, when residents wrote it in another language than the page's. */
  titleLang?: string;
  /** Of a page with several steps: which it is, for the window's title. */
  part?: string;
  lead?: ReactNode;
  /** For search engines and link previews; the lead, when that is a text. */
  description?: string;
  breadcrumbs?: Crumb[];
  /** Above the heading: what kind of thing this is. */
  kicker?: ReactNode;
  /** Beside the heading. */
  actions?: ReactNode;
  /** `text` for reading and forms, `wide` for tables and boards. */
  width?: 'text' | 'wide';
  /** The address of its feed, below the municipality. */
  feed?: string;
  /** Keeps it out of search engines. */
  hidden?: boolean;
  /** Instead of the usual heading; holds the page's h1. */
  hero?: ReactNode;
  children?: ReactNode;
}

/** The frame of every page: `<main>`, its one h1, the way here, and the document's head. */
export function Page(props: PageProps) {
  const {
    title,
    titleLang,
    part,
    lead,
    description,
    breadcrumbs,
    kicker,
    actions,
    width,
    hidden,
    feed,
    hero,
    children,
  } = props;
  const { t } = useTranslation();
  const municipality = useMunicipalityName();
  useHead({
    title: [part, title, municipality === title ? undefined : municipality, 'Medvind']
      .filter(Boolean)
      .join(' – '),
    description: description ?? (typeof lead === 'string' ? lead : t('description')),
    hidden,
    feed,
  });
  const main = useFocusOnArrival();
  return (
    <main id="main" tabIndex={-1} ref={main} className="mv-main">
      {hero}
      <div className="mv-page" data-width={width}>
        {breadcrumbs && <Breadcrumbs items={breadcrumbs} />}
        {!hero && (
          <header className="mv-page-head">
            <div className="mv-page-title">
              {kicker && <div className="mv-kicker">{kicker}</div>}
              <Heading level={1} lang={titleLang}>
                {title}
              </Heading>
              {lead && <div className="mv-lead">{lead}</div>}
            </div>
            {actions && <div className="mv-actions">{actions}</div>}
          </header>
        )}
        {children}
      </div>
    </main>
  );
}

/** After following a link, keyboard and screen reader continue at the new page, and it is seen from its top. */
function useFocusOnArrival() {
  const main = useRef<HTMLElement>(null);
  const { key, hash } = useLocation();
  const first = useRef(key);
  const arrival = useNavigationType();
  useEffect(() => {
    if (hash) {
      document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
      return;
    }
    // A page that was loaded, or gone back to, is where the browser puts it.
    if (arrival === 'POP' || first.current !== key) return;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [key, hash, arrival]);
  return main;
}
