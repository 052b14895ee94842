import { useSuspenseQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { commentSubjectQuery } from '../features/discussions/api/comment-subject.js';
import { placeOf, START, type Place, type SubjectRef } from '../features/discussions/api/discussion.js';
import { useMunicipality } from '../lib/municipality.js';
import type { LoadContext } from '../lib/page.js';
import { loadDiscussion } from './subject-discussion.js';

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
