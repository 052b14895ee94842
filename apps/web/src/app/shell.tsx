import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.js';
import { ConnectionNotice } from './connection-notice.js';
import { Footer } from './footer.js';
import { Header } from './header.js';

/** What stays while the pages change. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <a className="ds-skip-link" href="#main">
        {t('nav.skip')}
      </a>
      <Header />
      {children}
      <Footer />
      <ConnectionNotice />
    </>
  );
}
