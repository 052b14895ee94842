import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { LinkButton } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { frontPoliciesQuery } from './api/front-policies.js';
import { FrontPolicies } from './components/front-policies.js';
import { Loop } from './components/loop.js';
import { Sail } from './components/sail.js';

export const load = ({ params, get }: LoadContext) =>
  get(frontPoliciesQuery(params.municipality ?? '')).catch(() => undefined);

export default function FrontPage() {
  const { t } = useTranslation('municipalities');
  const municipality = useMunicipality();
  const { name, language, visionTitle, visionText } = municipality;
  const path = usePath();
  return (
    <Page
      title={name}
      description={visionText || t('front.lead', { name })}
      hero={
        <header className="mv-hero">
          <div className="mv-hero-text">
            <p className="mv-kicker">{name}</p>
            <h1>{t('front.title')}</h1>
            <p className="mv-lead">{t('front.lead', { name })}</p>
            <div className="mv-actions">
              <LinkButton to={path('policies')}>{t('front.seePolicies')}</LinkButton>
              <LinkButton to={path('initiatives')} variant="secondary">
                {t('front.seeInitiatives')}
              </LinkButton>
            </div>
          </div>
          <Sail />
        </header>
      }
    >
      {visionTitle && (
        <section className="mv-vision" aria-labelledby="vision">
          <h2 className="mv-kicker" id="vision">
            {t('front.vision')}
          </h2>
          <p className="mv-vision-title" lang={language}>
            {visionTitle}
          </p>
          {visionText && <p lang={language}>{visionText}</p>}
        </section>
      )}
      <FrontPolicies />
      <Loop />
    </Page>
  );
}
