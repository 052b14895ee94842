import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.js';
import { ConnectionNotice } from './connection-notice.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { useNavigationPending } from './router.js';

/** What stays while the pages change. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const pending = useNavigationPending();
  return (
    <>
      <a className="ds-skip-link" href="#main">
        {t('nav.skip')}
      </a>
      {pending && (
        <div className="mv-pending" role="progressbar" aria-label={t('loading')}>
          <span />
        </div>
      )}
      <Header />
      {children}
      <Footer />
      <ConnectionNotice />
    </>
  );
}
