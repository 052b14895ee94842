import { useSuspenseQuery } from '@tanstack/react-query';
import { ownStandingQuery } from '../../features/identity/api/own-district.js';
import { OwnDistrict } from '../../features/identity/components/own-district.js';
import { backedInitiativesQuery } from '../../features/initiatives/api/backed-initiatives.js';
import { BackedInitiatives } from '../../features/initiatives/components/backed-initiatives.js';
import { ownContributionsQuery } from '../../features/insights/api/own-contributions.js';
import { OwnContributions } from '../../features/insights/components/own-contributions.js';
import { ownRecordsQuery } from '../../features/redress/api/records.js';
import OwnData from '../../features/redress/components/own-data.js';
import { useTranslation } from '../../i18n/use-translation.js';
import { districtsQuery } from '../../lib/districts.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Heading } from '../../ui/heading.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';

export const load = ({ params: { municipality = '' }, search, get, getPages }: LoadContext) =>
  Promise.all([
    getPages(ownContributionsQuery(municipality, search.get('after') ?? undefined)),
    getPages(backedInitiativesQuery(municipality)),
    get(ownRecordsQuery(municipality)),
    get(ownStandingQuery(municipality)),
    get(districtsQuery(municipality)),
  ]);

/** What one wrote here, what one stands behind, and what becomes of it. */
export default function MePage() {
  const { t } = useTranslation('insights');
  useTranslation('records');
  useTranslation('residence');
  const { name, slug } = useMunicipality();
  const { items: districts } = useSuspenseQuery(districtsQuery(slug)).data;
  const path = usePath();
  return (
    <Page title={t('mine.title')} lead={t('mine.lead', { name })} width="text" hidden>
      <nav className="mv-onpage" aria-label={t('mine.onPage')}>
        <a className="ds-link" href="#wrote">
          {t('mine.wrote')}
        </a>
        <a className="ds-link" href="#backed">
          {t('mine.backed')}
        </a>
        {districts.length > 0 && (
          <a className="ds-link" href="#home">
            {t('mine.home')}
          </a>
        )}
        <a className="ds-link" href="#data">
          {t('mine.data')}
        </a>
        <Link to={path('me', 'decisions')}>{t('mine.decisions')}</Link>
      </nav>
      <section className="mv-section" aria-labelledby="wrote">
        <Heading level={2} id="wrote">
          {t('mine.wrote')}
        </Heading>
        <OwnContributions />
      </section>
      <section className="mv-section" aria-labelledby="backed">
        <Heading level={2} id="backed">
          {t('mine.backed')}
        </Heading>
        <BackedInitiatives />
      </section>
      <OwnDistrict />
      <section className="mv-section" aria-labelledby="data">
        <Heading level={2} id="data">
          {t('mine.data')}
        </Heading>
        <OwnData />
      </section>
    </Page>
  );
}
