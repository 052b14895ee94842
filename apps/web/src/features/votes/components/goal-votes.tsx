import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { LinkButton } from '../../../ui/button.js';
import { CardGrid } from '../../../ui/card.js';
import { Heading } from '../../../ui/heading.js';
import { goalVotesQuery } from '../api/goal-votes.js';
import { VoteCard } from './vote-card.js';

/** A goal's votes, and for staff the way to make one; nothing where there is neither. */
export default function GoalVotes({ goalId }: { goalId: string }) {
  const { t } = useTranslation('votes');
  const { slug } = useMunicipality();
  const path = usePath();
  const { data } = useQuery(goalVotesQuery(slug, goalId));
  if (!data || (data.items.length === 0 && !data.can.make)) return null;
  return (
    <section className="mv-section" aria-labelledby="votes">
      <div className="mv-section-head">
        <Heading level={2} id="votes">
          {t('title')}
        </Heading>
        {data.can.make && (
          <LinkButton to={path('goals', goalId, 'new-vote')} variant="secondary" icon="plus">
            {t('make')}
          </LinkButton>
        )}
      </div>
      {data.items.length > 0 && (
        <CardGrid>
          {data.items.map((vote) => (
            <VoteCard key={vote.id} vote={vote} withoutGoal />
          ))}
        </CardGrid>
      )}
    </section>
  );
}
