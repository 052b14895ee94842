import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { frontInitiativesQuery } from '../../features/initiatives/api/front-initiatives.js';
import { InitiativeCard } from '../../features/initiatives/components/initiative-card.js';
import { processesQuery } from '../../features/involvement/api/processes.js';
import { ProcessCard } from '../../features/involvement/components/process-card.js';
import { overviewQuery } from '../../features/insights/api/overview.js';
import { ActiveGoals } from '../../features/insights/components/active-goals.js';
import { Numbers } from '../../features/insights/components/numbers.js';
import { Results } from '../../features/insights/components/results.js';
import { waitingQuery } from '../../features/insights/api/waiting.js';
import { frontPoliciesQuery } from '../../features/municipalities/api/front-policies.js';
import { FrontHero } from '../../features/municipalities/components/front-hero.js';
import { FrontPolicies } from '../../features/municipalities/components/front-policies.js';
import { FrontSection } from '../../features/municipalities/components/front-section.js';
import { Loop } from '../../features/municipalities/components/loop.js';
import { Vision } from '../../features/municipalities/components/vision.js';
import { useTranslation } from '../../i18n/use-translation.js';
import { municipalityQuery, useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { CardGrid } from '../../ui/card.js';
import { Page } from '../../ui/page.js';

// Staff's tools do not weigh on what residents load.
const Waiting = lazy(() => import('../../features/insights/components/waiting.js'));

/** Questions shown at once; the rest are one link away. */
const ASKED = 3;

const works = (can: { moderate: boolean; staff: boolean; administer: boolean }) =>
  can.moderate || can.staff || can.administer;

// A strip that cannot be had is left out; the front page stands without it.
export const load = ({ params: { municipality = '' }, get, getPages }: LoadContext) => {
  const whatWaits = async () => {
    const { can } = await get(municipalityQuery(municipality));
    if (works(can)) await get(waitingQuery(municipality));
  };
  return Promise.allSettled([
    whatWaits(),
    get(overviewQuery(municipality)),
    getPages(processesQuery(municipality, 'open')),
    get(frontInitiativesQuery(municipality)),
    get(frontPoliciesQuery(municipality)),
  ]);
};

/** What is going on, what one more voice would help, what came of it before, and what the municipality wants. */
export default function FrontPage() {
  const { t } = useTranslation('municipalities');
  const { slug, name, visionText, can } = useMunicipality();
  const overview = useQuery(overviewQuery(slug)).data;
  return (
    <Page
      title={name}
      feed="feed.atom"
      description={visionText || t('front.lead', { name })}
      hero={
        <>
          {works(can) && (
            <Suspense>
              <Waiting />
            </Suspense>
          )}
          <FrontHero />
        </>
      }
    >
      {overview && <Numbers overview={overview} />}
      <Asked />
      <Active />
      <Initiatives />
      <Became />
      <Vision />
      <FrontPolicies />
      <Loop />
    </Page>
  );
}

/** What the municipality asks before it decides, and until when one can answer. */
function Asked() {
  const { t } = useTranslation('involvement');
  const path = usePath();
  const { slug } = useMunicipality();
  const items = useInfiniteQuery(processesQuery(slug, 'open')).data?.pages[0]?.items ?? [];
  if (items.length === 0) return null;
  return (
    <FrontSection title={t('front.title')} all={{ to: path('processes'), label: t('front.all') }}>
      <div className="mv-asked">
        {items.slice(0, ASKED).map((process) => (
          <ProcessCard key={process.id} process={process} level={3} />
        ))}
      </div>
    </FrontSection>
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
