import { useTranslation } from '../i18n/use-translation.js';

/** Appears after 300 ms: what is quick does not flicker. */
export function Loading() {
  const { t } = useTranslation();
  return (
    <main id="main" tabIndex={-1} className="mv-main">
      <div className="mv-page mv-loading" role="status">
        <span className="ds-sr-only">{t('loading')}</span>
        <Skeleton lines={6} />
      </div>
    </main>
  );
}

export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div className="mv-skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="ds-skeleton" />
      ))}
    </div>
  );
}
