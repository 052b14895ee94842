import { roomOf } from '@medvind/contracts';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLive } from '../../lib/live.js';
import { useMunicipality } from '../../lib/municipality.js';
import { askChanges, askPage, askReplies } from './api/asking.js';
import { discussionQuery, type Place, type SubjectRef } from './api/discussion.js';
import { Coalesced } from './coalesced.js';
import type { Branch, Comment, Discussion } from './discussion.js';

const fetchMerging = () => import('./merging.js');
type Merging = Awaited<ReturnType<typeof fetchMerging>>;

/** A thread as it is now, and stays while it is looked at. `isAtEnd` says whether adding at the end moves nothing. */
export function useDiscussion(of: SubjectRef, place: Place, isAtEnd: () => boolean) {
  const client = useQueryClient();
  const { slug } = useMunicipality();
  const query = discussionQuery(slug, of, place);
  const { data } = useSuspenseQuery(query);
  const { id: threadId } = data.thread;
  const [news, setNews] = useState(0);

  const know = (): Discussion => client.getQueryData<Discussion>(query.queryKey) ?? data;
  // Before it is needed: a connection that comes and goes has it then.
  useEffect(() => {
    for (const fetched of [fetchMerging(), import('./components/reply-form.js')])
      fetched.catch(() => undefined);
  }, []);
  const change = async (next: (merging: Merging, known: Discussion) => Discussion) => {
    const merging = await fetchMerging();
    client.setQueryData<Discussion>(query.queryKey, (known) => known && next(merging, known));
  };

  const askAgain = async () => {
    const changes = await askChanges({ client }, slug, threadId, know().thread.revision);
    if (changes.tooMany)
      return client.refetchQueries({ queryKey: query.queryKey, exact: true }, { throwOnError: true });
    let fresh = 0;
    await change((merging, known) => {
      const { discussion, news } = merging.withChanges(known, changes, { atEnd: isAtEnd() });
      fresh = news;
      return discussion;
    });
    if (fresh) setNews(fresh);
  };
  const latest = useRef(askAgain);
  useEffect(() => {
    latest.current = askAgain;
  });
  const [asking] = useState(() => new Coalesced(() => latest.current()));
  useEffect(() => asking.stop, [asking]);
  useLive(roomOf('thread', threadId), ({ revision }) => {
    if (revision === null) asking.again();
    else if (revision > know().thread.revision) asking.want();
  });

  const more = async () => {
    const { order, filter, next } = know();
    if (!next) return;
    const page = await askPage({ client }, slug, threadId, { order, filter, after: next });
    await change((merging, known) => merging.withPage(known, page));
  };

  /** The page before the place a link led to. */
  const earlier = async () => {
    const { order, filter, previous } = know();
    if (!previous) return;
    const page = await askPage({ client }, slug, threadId, { order, filter, before: previous });
    await change((merging, known) => merging.withEarlier(known, page));
  };

  const replies = async ({ id, nextReplies }: Branch) => {
    if (!nextReplies) return;
    const page = await askReplies({ client }, slug, id, { after: nextReplies });
    await change((merging, known) => merging.withReplies(known, id, page, 'next'));
  };

  /** Of a branch that a link led deep into. */
  const earlierReplies = async ({ id, previousReplies }: Branch) => {
    if (!previousReplies) return;
    const page = await askReplies({ client }, slug, id, { before: previousReplies });
    await change((merging, known) => merging.withReplies(known, id, page, 'previous'));
  };

  return {
    discussion: data,
    /** Of the last change, for those who hear the page. */
    news,
    more,
    earlier,
    replies,
    earlierReplies,
    show: (comment: Comment) => change((merging, known) => merging.withComment(known, comment)),
    reveal: () => {
      setNews(0);
      void change((merging, known) => merging.revealed(known));
    },
  };
}
