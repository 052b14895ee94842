import { useQuery } from '@tanstack/react-query';
import { frontInitiativesQuery } from '../../features/initiatives/api/front-initiatives.js';
import { InitiativeCard } from '../../features/initiatives/components/initiative-card.js';
import { overviewQuery } from '../../features/insights/api/overview.js';
import { ActiveGoals } from '../../features/insights/components/active-goals.js';
import { Numbers } from '../../features/insights/components/numbers.js';
import { Results } from '../../features/insights/components/results.js';
import { frontPoliciesQuery } from '../../features/municipalities/api/front-policies.js';
import { FrontHero } from '../../features/municipalities/components/front-hero.js';
import { FrontPolicies } from '../../features/municipalities/components/front-policies.js';
import { FrontSection } from '../../features/municipalities/components/front-section.js';
import { Loop } from '../../features/municipalities/components/loop.js';
import { Vision } from '../../features/municipalities/components/vision.js';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { CardGrid } from '../../ui/card.js';
import { Page } from '../../ui/page.js';

// A strip that cannot be had is left out; the front page stands without it.
export const load = ({ params: { municipality = '' }, get }: LoadContext) =>
  Promise.allSettled([
    get(overviewQuery(municipality)),
    get(frontInitiativesQuery(municipality)),
    get(frontPoliciesQuery(municipality)),
  ]);

/** What is going on, what one more voice would help, what came of it before, and what the municipality wants. */
export default function FrontPage() {
  const { t } = useTranslation('municipalities');
  const { slug, name, visionText } = useMunicipality();
  const overview = useQuery(overviewQuery(slug)).data;
  return (
    <Page title={name} description={visionText || t('front.lead', { name })} hero={<FrontHero />}>
      {overview && <Numbers overview={overview} />}
      <Active />
      <Initiatives />
      <Became />
      <Vision />
      <FrontPolicies />
      <Loop />
    </Page>
  );
}

function Active() {
  const { t } = useTranslation('insights');
  const path = usePath();
  const { slug } = useMunicipality();
  const goals = useQuery(overviewQuery(slug)).data?.active ?? [];
  if (goals.length === 0) return null;
  return (
    <FrontSection title={t('active.title')} all={{ to: path('policies'), label: t('active.all') }}>
      <div className="mv-few">
        <ActiveGoals goals={goals} />
      </div>
    </FrontSection>
  );
}

function Initiatives() {
  const { t } = useTranslation('insights');
  const path = usePath();
  const { slug } = useMunicipality();
  const items = useQuery(frontInitiativesQuery(slug)).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <FrontSection
      title={t('initiatives.title')}
      all={{ to: path('initiatives'), label: t('initiatives.all') }}
    >
      <CardGrid>
        {items.map((initiative) => (
          <InitiativeCard key={initiative.id} initiative={initiative} />
        ))}
      </CardGrid>
    </FrontSection>
  );
}

function Became() {
  const { t } = useTranslation('insights');
  const { slug } = useMunicipality();
  const results = useQuery(overviewQuery(slug)).data?.results ?? [];
  if (results.length === 0) return null;
  return (
    <FrontSection title={t('results.title')}>
      <Results results={results} />
    </FrontSection>
  );
}
