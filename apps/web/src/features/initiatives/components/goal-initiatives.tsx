import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { useSession } from '../../../lib/session.js';
import { LinkButton } from '../../../ui/button.js';
import { CardGrid } from '../../../ui/card.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Heading } from '../../../ui/heading.js';
import { Optional } from '../../../ui/optional.js';
import { ShowMore } from '../../../ui/show-more.js';
import { goalInitiativesQuery } from '../api/goal-initiatives.js';
import { InitiativeCard } from './initiative-card.js';

// Few who read a goal have begun something there.
const GoalDraft = lazy(() => import('./goal-draft.js'));

/** A goal's initiatives, and the way to propose one; needs `getPages(goalInitiativesQuery(…))` in the page's `load`. */
export function GoalInitiatives({ goalId }: { goalId: string }) {
  const { t } = useTranslation('initiatives');
  const { slug } = useMunicipality();
  const { person } = useSession();
  const path = usePath();
  const { data, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(
    goalInitiativesQuery(slug, goalId),
  );
  const items = data.pages.flatMap((page) => page.items);
  // Whoever is not signed in yet can sign in when the text is written.
  const open = data.pages[0]?.blockers.length === 0;
  const propose = open && (
    <LinkButton to={path('goals', goalId, 'propose')} variant="secondary" icon="plus">
      {t('goal.propose')}
    </LinkButton>
  );
  return (
    <section className="mv-section" aria-labelledby="initiatives">
      <div className="mv-section-head">
        <Heading level={2} id="initiatives">
          {t('goal.title')}
        </Heading>
        {items.length > 0 && propose}
      </div>
      {person && (
        <Optional>
          <GoalDraft goalId={goalId} />
        </Optional>
      )}
      {items.length > 0 ? (
        <CardGrid>
          {items.map((initiative) => (
            <InitiativeCard key={initiative.id} initiative={initiative} withoutGoal />
          ))}
        </CardGrid>
      ) : (
        <EmptyState title={t('goal.none')} action={propose || undefined}>
          {open && t('goal.noneHint')}
        </EmptyState>
      )}
      <ShowMore
        next={data.pages.at(-1)?.next}
        onMore={() => void fetchNextPage()}
        busy={isFetchingNextPage}
      />
    </section>
  );
}
