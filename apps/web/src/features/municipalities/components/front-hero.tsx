import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { LinkButton } from '../../../ui/button.js';
import { Sail } from './sail.js';

/** What this is, and the two ways in. */
export function FrontHero() {
  const { t } = useTranslation('municipalities');
  const { name } = useMunicipality();
  const path = usePath();
  return (
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
  );
}
