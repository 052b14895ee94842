import { useParams } from 'react-router';
import { planQuery } from '../../features/action-plans/api/plan.js';
import { PlanBody } from '../../features/action-plans/components/plan-body.js';
import type { LoadContext } from '../../lib/page.js';
import { OpenDiscussion } from '../open-discussion.js';
import { loadOpened, useOpened } from '../opened-discussion.js';

export const load = (context: LoadContext) => {
  const { municipality = '', planId = '' } = context.params;
  return Promise.all([context.get(planQuery(municipality, planId)), loadOpened(context)]);
};

/** An action plan, and what is said of its actions. */
export default function PlanPage() {
  const { planId = '' } = useParams();
  const opened = useOpened();
  return (
    <PlanBody
      planId={planId}
      discussion={({ id, title, commentCount }) => (
        <OpenDiscussion of={`action:${id}`} title={title} count={commentCount} opened={opened} />
      )}
    />
  );
}
