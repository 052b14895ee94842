import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { commentCountsQuery } from '../../features/discussions/api/comment-counts.js';
import { discussionQuery, placeOf } from '../../features/discussions/api/discussion.js';
import { Thread } from '../../features/discussions/components/thread.js';
import { goalProcessesQuery } from '../../features/involvement/api/goal-processes.js';
import { GoalProcesses } from '../../features/involvement/components/goal-processes.js';
import { ContributionActions } from '../../features/moderation/components/contribution-actions.js';
import { LockThread } from '../../features/moderation/components/lock-thread.js';
import { goalQuery } from '../../features/policies/api/goal.js';
import { CorrectButton } from '../../features/policies/components/correct-button.js';
import { goalKicker, GoalText, useGoalCrumbs } from '../../features/policies/components/goal-head.js';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Page } from '../../ui/page.js';

export const load = ({ params: { municipality = '', goalId = '' }, search, get }: LoadContext) =>
  Promise.all([
    get(goalQuery(municipality, goalId)).then(({ policy }) =>
      get(commentCountsQuery(municipality, policy.id)),
    ),
    get(goalProcessesQuery(municipality, goalId)),
    get(discussionQuery(municipality, { goalId }, placeOf(search))),
  ]);

/** The page all others lead to: a goal, what is said of it, and what becomes of that. */
export default function GoalPage() {
  const { t } = useTranslation('policies');
  const { goalId = '' } = useParams();
  const { slug } = useMunicipality();
  const goal = useSuspenseQuery(goalQuery(slug, goalId)).data;
  const { items } = useSuspenseQuery(commentCountsQuery(slug, goal.policy.id)).data;
  const comments = new Map(items.map(({ goalId: id, commentCount }) => [id, commentCount]));
  const crumbs = useGoalCrumbs()(goal);
  return (
    <Page
      title={goal.title}
      titleLang={goal.policy.language}
      kicker={goalKicker(goal)}
      description={goal.text || t('goalDescription', { title: goal.title, policy: goal.policy.title })}
      breadcrumbs={crumbs}
      actions={<CorrectButton goal={goal} />}
    >
      <GoalText goal={goal} comments={comments} />
      <GoalProcesses goalId={goalId} />
      <div className="mv-goal">
        <Thread
          of={{ goalId }}
          actions={({ id, reference, author, state, can }) => (
            <ContributionActions
              kind="comment"
              {...{ id, reference, author, can }}
              municipality={slug}
              hidden={state === 'hidden'}
            />
          )}
          tools={({ id, locked, can }) =>
            can.moderate && <LockThread municipality={slug} threadId={id} locked={locked} />
          }
        />
      </div>
    </Page>
  );
}
