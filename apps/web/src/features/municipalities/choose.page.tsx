import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from '../../i18n/use-translation.js';
import type { LoadContext } from '../../lib/page.js';
import { Logo } from '../../ui/logo.js';
import { Page } from '../../ui/page.js';
import { municipalitiesQuery } from './api/municipalities.js';

export const load = ({ get }: LoadContext) => get(municipalitiesQuery());

export default function ChoosePage() {
  const { t } = useTranslation('municipalities');
  const { items } = useSuspenseQuery(municipalitiesQuery()).data;
  return (
    <Page
      title={t('choose.title')}
      description={t('choose.lead')}
      hero={
        <header className="mv-hero mv-hero-choose">
          <div className="mv-hero-text">
            <h1>{t('choose.title')}</h1>
            <p className="mv-lead">{t('choose.lead')}</p>
          </div>
        </header>
      }
    >
      <h2 className="ds-heading" data-size="xs" id="choose">
        {t('choose.where')}
      </h2>
      <ul className="mv-municipalities" aria-labelledby="choose">
        {items.map(({ slug, name, language, theme }) => (
          <li key={slug}>
            {/* A new document: it wears its own theme and speaks its own language. */}
            <a href={`/${slug}`} lang={language} className="mv-municipality" data-theme={theme}>
              <Logo />
              <span>{name}</span>
            </a>
          </li>
        ))}
      </ul>
    </Page>
  );
}
