import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Alert } from '../../ui/alert.js';
import { CardGrid, LinkCard } from '../../ui/card.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { settingsQuery } from './api/settings.js';
import { unitsQuery } from './api/units.js';

export const load = ({ params: { municipality = '' }, get }: LoadContext) =>
  Promise.all([get(settingsQuery(municipality)), get(unitsQuery(municipality))]);

export default function AdminPage() {
  const { t } = useTranslation('administration');
  const { slug, name } = useMunicipality();
  const path = usePath();
  const settings = useSuspenseQuery(settingsQuery(slug)).data;
  const { items: units } = useSuspenseQuery(unitsQuery(slug)).data;
  const { contact, accessibilityStatementUrl } = settings;
  const missing = [
    !(contact.phone && contact.email) && t('missing.contact'),
    !settings.visionTitle && t('missing.vision'),
    !accessibilityStatementUrl && t('missing.statement'),
  ].filter((part) => part !== false);
  return (
    <Page title={t('title')} lead={t('lead', { name })} width="text" hidden>
      {missing.length > 0 && (
        <Alert tone="info" title={t('missing.title')}>
          <ul className="ds-list">
            {missing.map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ul>
          <p>
            <Link to={path('admin', 'settings')}>{t('missing.go')}</Link>
          </p>
        </Alert>
      )}
      <CardGrid>
        <LinkCard to={path('admin', 'people')} title={t('people.title')}>
          {t('people.about')}
        </LinkCard>
        <LinkCard to={path('admin', 'rule')} title={t('rule.title')}>
          {t('rule.about')}
        </LinkCard>
        <LinkCard to={path('admin', 'contribution-rules')} title={t('contributionRules.title')}>
          {t('contributionRules.about')}
        </LinkCard>
        <LinkCard to={path('admin', 'deadlines')} title={t('deadlines.title')}>
          {t('deadlines.about')}
        </LinkCard>
        <LinkCard to={path('admin', 'districts')} title={t('districts.title')}>
          {t('districts.about')}
        </LinkCard>
        <LinkCard
          to={path('admin', 'units')}
          title={t('units.title')}
          foot={t('units.count', { count: units.length })}
        >
          {t('units.about')}
        </LinkCard>
        <LinkCard
          to={path('admin', 'settings')}
          title={t('settings.title')}
          foot={t('settings.window', { count: settings.commentEditMinutes })}
        >
          {t('settings.about')}
        </LinkCard>
        <LinkCard to={path('admin', 'reasons')} title={t('reasons.title')}>
          {t('reasons.about')}
        </LinkCard>
        <LinkCard to={path('admin', 'quarantine')} title={t('quarantine.title')}>
          {t('quarantine.about')}
        </LinkCard>
        <LinkCard to={path('admin', 'outbox')} title={t('outbox.title')}>
          {t('outbox.about')}
        </LinkCard>
      </CardGrid>
    </Page>
  );
}
