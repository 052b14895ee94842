import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { discussionQuery, type Place, type SubjectRef } from '../features/discussions/api/discussion.js';
import { Discussion } from '../features/discussions/components/discussion.js';
import { trailsQuery, useTrails } from '../features/insights/api/trails.js';
import { Trail } from '../features/insights/components/trail.js';
import { ContributionActions } from '../features/moderation/components/contribution-actions.js';
import { Mentions } from '../features/notifications/components/mentions.js';
import { useTranslation } from '../i18n/use-translation.js';
import { useHydrated } from '../lib/use-hydrated.js';
import { useMunicipality } from '../lib/municipality.js';
import type { LoadContext } from '../lib/page.js';
import { Optional } from '../ui/optional.js';
import { settledIds } from './thread-trails.js';

// For moderators, and few of those who read are.
const LockThread = lazy(async () => ({
  default: (await import('../features/moderation/components/lock-thread.js')).LockThread,
}));

const ThreadRule = lazy(async () => ({
  default: (await import('../features/moderation/components/thread-rule.js')).ThreadRule,
}));

interface SubjectDiscussionProps {
  of: SubjectRef;
  place: Place;
  title?: string;
  id?: string;
  keep?: string;
}

/** A discussion with what the other features put into it: to report, to moderate, and what became of what was said. */
export function SubjectDiscussion({ of, place, ...words }: SubjectDiscussionProps) {
  // What the first comment will say beside itself. Fetched only then, it would take the whole page away for a moment.
  useTranslation('insights');
  useTranslation('reports');
  const { slug } = useMunicipality();
  const awake = useHydrated();
  const discussion = useSuspenseQuery(discussionQuery(slug, of, place)).data;
  const trails = useTrails(settledIds(discussion));
  return (
    <>
      <Mentions threadId={discussion.thread.id} />
      <Discussion
        of={of}
        place={place}
        {...words}
        actions={(comment) => (
          <ContributionActions
            {...comment}
            kind="comment"
            municipality={slug}
            hidden={comment.state === 'hidden'}
          />
        )}
        trail={({ id }) => <Trail trail={trails.get(id)} />}
        tools={({ id, locked, can }) =>
          // Only once it can answer: what is clicked before is lost.
          awake &&
          can.moderate && (
            <Optional>
              <LockThread municipality={slug} threadId={id} locked={locked} />
              <ThreadRule municipality={slug} threadId={id} />
            </Optional>
          )
        }
      />
    </>
  );
}

export async function loadDiscussion({ params, get }: LoadContext, of: SubjectRef, place: Place) {
  const { municipality = '' } = params;
  const discussion = await get(discussionQuery(municipality, of, place));
  // Without its trails the page is still worth reading.
  await get(trailsQuery(municipality, settledIds(discussion))).catch(() => undefined);
}
