import { useSuspenseQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { commentSubjectQuery } from '../features/discussions/api/comment-subject.js';
import {
  discussionQuery,
  placeOf,
  START,
  type Place,
  type SubjectRef,
} from '../features/discussions/api/discussion.js';
import { Discussion } from '../features/discussions/components/discussion.js';
import { trailsQuery, useTrails } from '../features/insights/api/trails.js';
import { Trail } from '../features/insights/components/trail.js';
import { ContributionActions } from '../features/moderation/components/contribution-actions.js';
import { LockThread } from '../features/moderation/components/lock-thread.js';
import { Mentions } from '../features/notifications/components/mentions.js';
import { useTranslation } from '../i18n/use-translation.js';
import { useMunicipality } from '../lib/municipality.js';
import type { LoadContext } from '../lib/page.js';
import { settledIds } from './thread-trails.js';

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
          can.moderate && <LockThread municipality={slug} threadId={id} locked={locked} />
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

/** A discussion one opens on a page that has several: the one asked for, or the one a linked comment stands in. */
export interface Opened {
  of: SubjectRef;
  place: Place;
  /** What the addresses of its orders and filters keep. */
  keep: string;
}

const subjectOf = (search: URLSearchParams): SubjectRef | null => {
  const subject = search.get('discuss');
  return subject && /^(theme|action):[\da-f-]{36}$/.test(subject) ? (subject as SubjectRef) : null;
};

const opened = (search: URLSearchParams, linked: SubjectRef | null): Opened | null => {
  const of = linked ?? subjectOf(search);
  return of && { of, place: placeOf(search), keep: `discuss=${of}&` };
};

/** Of the page's discussions the one its address opens; what belongs to the page's own is left to that. */
export async function loadOpened(context: LoadContext, own?: SubjectRef): Promise<Opened | null> {
  const { params, search, get } = context;
  const comment = search.get('comment');
  const linked = comment ? await get(commentSubjectQuery(params.municipality ?? '', comment)) : null;
  const found = opened(search, linked);
  if (!found || found.of === own) return null;
  // What does not exist is not opened; the page is still worth reading.
  await loadDiscussion(context, found.of, found.place).catch(() => undefined);
  return found;
}

export function useOpened(own?: SubjectRef): Opened | null {
  const { slug } = useMunicipality();
  const search = new URLSearchParams(useLocation().search);
  const comment = search.get('comment');
  const linked = useSuspenseQuery(commentSubjectQuery(slug, comment)).data;
  const found = opened(search, linked);
  return found && found.of !== own ? found : null;
}

/** Where the page's own discussion stands while another may be open. */
export const ownPlace = (search: URLSearchParams, other: Opened | null): Place =>
  other ? START : placeOf(search);
