import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { useLocation, useParams } from 'react-router';
import { discussionQuery, placeOf } from '../../features/discussions/api/discussion.js';
import { initiativeQuery } from '../../features/initiatives/api/initiative.js';
import { mergesQuery } from '../../features/initiatives/api/merges.js';
import { picturesQuery } from '../../features/initiatives/api/pictures.js';
import { remarksQuery } from '../../features/initiatives/api/remarks.js';
import { InitiativeBody, isSpokenOf } from '../../features/initiatives/components/initiative-body.js';
import { trailsQuery, useTrails } from '../../features/insights/api/trails.js';
import { storyOf } from '../../features/insights/components/story.js';
import { ContributionActions } from '../../features/moderation/components/contribution-actions.js';
import { Follow } from '../../features/notifications/components/follow.js';
import { useMunicipality } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { useHydrated } from '../../lib/use-hydrated.js';
import { Optional } from '../../ui/optional.js';
import { loadDiscussion, SubjectDiscussion } from '../subject-discussion.js';

// The same words stand in the discussion, which is there at once.
const Arguments = lazy(() => import('../../features/discussions/components/arguments.js'));

/** What its own timeline says of the same, in fewer words. */
const SAYS = { linked: undefined, answered: undefined, planned: 'plan', result: 'carry-out' } as const;

export const load = (context: LoadContext) => {
  const { municipality = '', initiativeId = '' } = context.params;
  const { get, getPages, search } = context;
  const proposal = async () => {
    const initiative = await get(initiativeQuery(municipality, initiativeId, search.get('invitation')));
    if (isSpokenOf(initiative))
      await Promise.all([
        get(mergesQuery(municipality, initiativeId)),
        getPages(remarksQuery(municipality, initiativeId)),
        loadDiscussion(context, `initiative:${initiativeId}`, placeOf(search)),
      ]);
  };
  return Promise.all([
    get(picturesQuery(municipality, initiativeId, search.get('invitation'))),
    proposal(),
    get(trailsQuery(municipality, [initiativeId])).catch(() => undefined),
  ]);
};

/** One initiative: what is proposed, how far it is, and what became of it. */
export default function InitiativePage() {
  const { initiativeId = '' } = useParams();
  const { slug } = useMunicipality();
  const place = placeOf(new URLSearchParams(useLocation().search));
  const trail = useTrails([initiativeId]).get(initiativeId);
  return (
    <InitiativeBody
      initiativeId={initiativeId}
      told={storyOf(trail).map(({ kind, ...told }) => ({ ...told, says: SAYS[kind] }))}
      discussion={
        <>
          <InitiativeArguments initiativeId={initiativeId} />
          <SubjectDiscussion of={`initiative:${initiativeId}`} place={place} />
        </>
      }
      actions={({ id, reference, hidden, state, proposer, can }) => (
        <>
          {!hidden && state !== 'draft' && <Follow kind="initiative" id={id} />}
          <ContributionActions
            kind="initiative"
            {...{ id, reference, hidden, can }}
            municipality={slug}
            author={proposer}
          />
        </>
      )}
    />
  );
}

/** What speaks for it and against it, beside the discussion. */
function InitiativeArguments({ initiativeId }: { initiativeId: string }) {
  const { slug } = useMunicipality();
  const place = placeOf(new URLSearchParams(useLocation().search));
  const awake = useHydrated();
  const { thread } = useSuspenseQuery(discussionQuery(slug, `initiative:${initiativeId}`, place)).data;
  if (!awake) return null;
  return (
    <Optional>
      <Arguments
        thread={thread}
        actions={(comment) => (
          <ContributionActions
            {...comment}
            kind="comment"
            municipality={slug}
            hidden={comment.state === 'hidden'}
          />
        )}
      />
    </Optional>
  );
}
