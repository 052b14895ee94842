import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { Heading } from '../../../ui/heading.js';
import { Link } from '../../../ui/link.js';

/** Who runs the service and how far messages are seen: the law wants it said to everyone who joins. */
export function WhoSeesWhat({ level = 2, newWindow }: { level?: 2 | 3; newWindow?: boolean }) {
  const { t } = useTranslation('identity');
  const { name, contact } = useMunicipality();
  const path = usePath();
  return (
    <section className="mv-panel" aria-labelledby="who-sees-what">
      <Heading level={level} size="2xs" id="who-sees-what">
        {t('visible.title')}
      </Heading>
      <ul className="ds-list">
        <li>{t('visible.runBy', { name, email: contact.email || contact.phone || contact.address })}</li>
        <li>{t('visible.comments')}</li>
        <li>{t('visible.support')}</li>
        <li>{t('visible.email')}</li>
        <li>{t('visible.record')}</li>
      </ul>
      <p>
        <Link to={path('about')} target={newWindow ? '_blank' : undefined}>
          {t('visible.conduct')}
        </Link>
      </p>
    </section>
  );
}
