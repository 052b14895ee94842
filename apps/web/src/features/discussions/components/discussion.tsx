import { lazy, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { useTranslation } from '../../../i18n/use-translation.js';
import { usePath } from '../../../lib/municipality.js';
import { Alert } from '../../../ui/alert.js';
import { Button } from '../../../ui/button.js';
import { useAction } from '../../../ui/action.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Heading } from '../../../ui/heading.js';
import { Link } from '../../../ui/link.js';
import { ShowMore } from '../../../ui/show-more.js';
import { commentAnchor } from '../anchor.js';
import type { Place, SubjectRef } from '../api/discussion.js';
import type { Branch, Comment } from '../discussion.js';
import { useDiscussion } from '../use-discussion.js';
import { Arrangement } from './arrangement.js';
import { CommentItem } from './comment.js';
import { Closed } from './closed.js';
import { Composer, hasDraft } from './composer.js';
import { Official } from './official.js';
import { ShowEarlierReplies, ShowReplies } from './show-replies.js';
import type { ThreadExtras } from './thread-extras.js';

// Little is ever moved.
const Moved = lazy(() => import('./moved.js'));

interface DiscussionProps extends ThreadExtras {
  of: SubjectRef;
  /** What of it the page's address speaks of. */
  place: Place;
  title?: string;
  /** Of several on a page each has its own. */
  id?: string;
  /** What the addresses of its orders and filters keep of the page's. */
  keep?: string;
}

/** The discussion of one subject: to read, to write, to vote; live while it is looked at. */
export function Discussion({ of, place, title, id = 'thread', keep = '', ...extras }: DiscussionProps) {
  const { t } = useTranslation('discussions');
  const { pathname } = useLocation();
  const path = usePath();
  const end = useRef<HTMLDivElement>(null);
  const { discussion, news, more, earlier, replies, earlierReplies, show, reveal } = useDiscussion(
    of,
    place,
    () => inView(end.current),
  );
  const { thread, order, filter, branches, apart, waiting, next, previous, elsewhere } = discussion;
  const closed = thread.blockers.length > 0;
  // Closed while one was writing: the text stays in sight.
  const [wasOpen] = useState(!closed);
  const focus = useFocusOnComment(place.comment);
  const loadMore = useAction(more);
  const holdPlace = useHeldPlace();
  const loadEarlier = useAction(() => {
    holdPlace(branches[0]);
    return earlier();
  });

  const shown = (comment: Comment) => {
    show(comment);
    focus(comment.id);
  };
  const revealWaiting = () => {
    const [first] = waiting;
    reveal();
    if (first) focus(first.id);
  };
  const comment = (one: Comment, answers?: Comment) => (
    <CommentItem
      comment={one}
      answers={answers}
      thread={thread}
      linked={place.comment === one.id}
      onShow={show}
      onSent={shown}
      {...extras}
    />
  );
  const branch = (one: Branch) => (
    <li key={one.id}>
      {comment(one)}
      <ShowEarlierReplies branch={one} onMore={() => earlierReplies(one)} />
      {one.replies.length > 0 && (
        <ol className="mv-replies">
          {officialFirst(one).map((reply) => (
            <li key={reply.id} className={reply.official?.answersId === one.id ? 'mv-official' : undefined}>
              {comment(
                reply,
                [one, ...one.replies].find(({ id: other }) => other === reply.parentId),
              )}
            </li>
          ))}
        </ol>
      )}
      <ShowReplies branch={one} waiting={waiting} onMore={() => replies(one)} />
    </li>
  );
  const nothing = branches.length + apart.length === 0 && waiting.length === 0;
  const name = id === 'thread' ? 'comment' : `comment-${id}`;

  return (
    <section className="mv-thread" aria-labelledby={id} data-thread={thread.id}>
      <div className="mv-thread-head">
        <Heading level={id === 'thread' ? 2 : 4} id={id}>
          {title ?? t('title')}
        </Heading>
        <p className="mv-note">{t('count', { count: thread.commentCount })}</p>
        {extras.tools?.(thread)}
      </div>
      {elsewhere && (
        <Alert tone="info" title={t('elsewhere.title')}>
          <Link to={path(...elsewhere.path.split('?')[0]!.split('/')) + `?${elsewhere.path.split('?')[1]}`}>
            {t('elsewhere.link', { title: elsewhere.title })}
          </Link>
        </Alert>
      )}
      {thread.official && <Official comment={thread.official} />}
      {closed && <Closed blockers={thread.blockers} />}
      {thread.moved.length > 0 && (
        <Suspense>
          <Moved moved={thread.moved} />
        </Suspense>
      )}
      {(!closed || (wasOpen && hasDraft(thread))) && (
        <Composer thread={thread} name={name} about={title} onSent={shown} />
      )}
      {nothing && filter === null && (
        <EmptyState title={t('empty.title')}>{!closed && t('empty.text')}</EmptyState>
      )}
      <div className="mv-spoken">
        {(branches.length > 1 || filter !== null) && (
          <Arrangement discussion={discussion} to={`${pathname}?${keep}`} id={id} />
        )}
        {nothing && filter !== null && <p>{t('filter.none')}</p>}
        {order !== 'oldest' && apart.length > 0 && <ol className="mv-branches">{apart.map(branch)}</ol>}
        {previous !== null && (
          <p className="mv-show-more">
            <Button variant="secondary" busy={loadEarlier.busy} onClick={loadEarlier.act}>
              {t(order === 'oldest' || order === 'newest' ? `earlier.${order}` : 'earlier.ranked')}
            </Button>
            <noscript>
              <Link to={`${pathname}?${keep}${order === 'oldest' ? '' : `order=${order}`}`}>
                {t('earlier.start')}
              </Link>
            </noscript>
          </p>
        )}
        <ol className="mv-branches">{branches.map(branch)}</ol>
        <ShowMore next={next} onMore={loadMore.act} busy={loadMore.busy} />
        {order === 'oldest' && apart.length > 0 && <ol className="mv-branches">{apart.map(branch)}</ol>}
        <div ref={end} />
        {waiting.length > 0 && (
          <p className="mv-news">
            <Button size="sm" icon="comment" onClick={revealWaiting}>
              {t('news.show', { count: waiting.length })}
            </Button>
          </p>
        )}
      </div>
      <p className="ds-sr-only" role="status">
        {news > 0 && t('news.arrived', { count: waiting.length || news })}
      </p>
    </section>
  );
}

/** The official answer to the comment a branch begins with stands first in it. */
const officialFirst = ({ id, replies }: Branch): Comment[] =>
  replies.toSorted((a, b) => Number(b.official?.answersId === id) - Number(a.official?.answersId === id));

const inView = (element: HTMLElement | null): boolean => {
  if (!element) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return bottom >= 0 && top <= window.innerHeight;
};

/** Keeps a comment where it is on the screen while others come in above it. */
function useHeldPlace() {
  const held = useRef<{ element: HTMLElement; top: number } | null>(null);
  useLayoutEffect(() => {
    if (!held.current) return;
    const { element, top } = held.current;
    const moved = element.getBoundingClientRect().top - top;
    if (moved === 0) return;
    window.scrollBy(0, moved);
    held.current = null;
  });
  return (comment: Comment | undefined) => {
    const element = comment && document.getElementById(commentAnchor(comment.id));
    held.current = element ? { element, top: element.getBoundingClientRect().top } : null;
  };
}

/** Goes to a comment once it is there: the one a link leads to, and one's own when it has been sent. */
function useFocusOnComment(linked: string | null) {
  const [wanted, setWanted] = useState<string | null>(null);
  useEffect(() => setWanted(linked), [linked]);
  // After every render: the comment may come with a later page.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => {
    const element = wanted ? document.getElementById(commentAnchor(wanted)) : null;
    if (!element) return;
    element.scrollIntoView({ block: 'center' });
    element.focus({ preventScroll: true });
    setWanted(null);
  });
  return setWanted;
}
