import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { useLocation, useParams } from 'react-router';
import { goalActionsQuery } from '../../features/action-plans/api/goal-actions.js';
import { GoalActions } from '../../features/action-plans/components/goal-actions.js';
import { commentCountsQuery } from '../../features/discussions/api/comment-counts.js';
import { discussionQuery, placeOf } from '../../features/discussions/api/discussion.js';
import { goalInitiativesQuery } from '../../features/initiatives/api/goal-initiatives.js';
import { GoalInitiatives } from '../../features/initiatives/components/goal-initiatives.js';
import { goalProcessesQuery } from '../../features/involvement/api/goal-processes.js';
import { GoalProcesses } from '../../features/involvement/components/goal-processes.js';
import { Follow } from '../../features/notifications/components/follow.js';
import { goalQuery } from '../../features/policies/api/goal.js';
import { CorrectButton } from '../../features/policies/components/correct-button.js';
import { goalKicker, GoalText, useGoalCrumbs } from '../../features/policies/components/goal-head.js';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Optional } from '../../ui/optional.js';
import { Page } from '../../ui/page.js';
import { loadDiscussion, SubjectDiscussion } from '../subject-discussion.js';

export const load = (context: LoadContext) => {
  const { params, get, getPages } = context;
  const { municipality = '', goalId = '' } = params;
  const whatItSays = async () => {
    const { policy, children } = await get(goalQuery(municipality, goalId));
    if (children.length > 0) await get(commentCountsQuery(municipality, policy.id));
  };
  return Promise.all([
    whatItSays(),
    loadDiscussion(context, `goal:${goalId}`, placeOf(context.search)),
    get(goalProcessesQuery(municipality, goalId)),
    getPages(goalInitiativesQuery(municipality, goalId)),
    getPages(goalActionsQuery(municipality, goalId)),
  ]);
};

// Few goals are voted on.
const GoalVotes = lazy(() => import('../../features/votes/components/goal-votes.js'));

/** The page all others lead to: a goal, what is promised, what is said of it, and what becomes of that. */
export default function GoalPage() {
  const { t } = useTranslation('policies');
  const { goalId = '' } = useParams();
  const { slug } = useMunicipality();
  const goal = useSuspenseQuery(goalQuery(slug, goalId)).data;
  const counts = useQuery({ ...commentCountsQuery(slug, goal.policy.id), enabled: goal.children.length > 0 });
  const comments = new Map(counts.data?.items.map(({ goalId: id, commentCount }) => [id, commentCount]));
  const place = placeOf(new URLSearchParams(useLocation().search));
  const discussion = useSuspenseQuery(discussionQuery(slug, `goal:${goalId}`, place)).data;
  const crumbs = useGoalCrumbs()(goal);
  return (
    <Page
      title={goal.title}
      titleLang={goal.policy.language}
      kicker={goalKicker(goal)}
      description={goal.text || t('goalDescription', { title: goal.title, policy: goal.policy.title })}
      breadcrumbs={crumbs}
      feed={`threads/${discussion.thread.id}/feed.atom`}
      actions={
        <>
          <Follow kind="goal" id={goalId} />
          <CorrectButton goal={goal} />
        </>
      }
    >
      <GoalText goal={goal} comments={comments} />
      <GoalProcesses goalId={goalId} />
      {/* On a phone the rest is far below the discussion. */}
      <nav className="mv-onpage" aria-label={t('onPage.label')}>
        {(['thread', 'initiatives', 'planned'] as const).map((part) => (
          <a key={part} className="ds-link" href={`#${part}`}>
            {t(`onPage.${part}`)}
          </a>
        ))}
      </nav>
      <div className="mv-goal">
        <SubjectDiscussion of={`goal:${goalId}`} place={place} />
        <div className="mv-goal-side">
          <GoalInitiatives goalId={goalId} />
          <Optional>
            <GoalVotes goalId={goalId} />
          </Optional>
          <GoalActions goalId={goalId} />
        </div>
      </div>
    </Page>
  );
}
