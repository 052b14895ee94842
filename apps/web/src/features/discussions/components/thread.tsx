import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { useTranslation } from '../../../i18n/use-translation.js';
import { Button } from '../../../ui/button.js';
import { useAction } from '../../../ui/action.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Heading } from '../../../ui/heading.js';
import { Link } from '../../../ui/link.js';
import { ShowMore } from '../../../ui/show-more.js';
import { commentAnchor } from '../anchor.js';
import { placeOf, type ThreadOf } from '../api/discussion.js';
import type { Branch, Comment, Order } from '../discussion.js';
import { useDiscussion } from '../use-discussion.js';
import { CommentItem } from './comment.js';
import { Closed } from './closed.js';
import { Composer, hasDraft } from './composer.js';
import { ShowReplies } from './show-replies.js';
import type { ThreadExtras } from './thread-extras.js';

const ORDERS: Order[] = ['oldest', 'newest'];

/** The discussion of one subject: to read, to write, to vote; live while it is looked at. */
export function Thread({ of, title, ...extras }: { of: ThreadOf; title?: string } & ThreadExtras) {
  const { t } = useTranslation('discussions');
  const { pathname, search } = useLocation();
  const place = placeOf(new URLSearchParams(search));
  const end = useRef<HTMLDivElement>(null);
  const { discussion, news, more, earlier, replies, show, reveal } = useDiscussion(of, place, () =>
    inView(end.current),
  );
  const { thread, order, branches, apart, waiting, next, fromStart } = discussion;
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
  const branch = (one: Branch) => (
    <li key={one.id}>
      <CommentItem
        comment={one}
        thread={thread}
        linked={place.comment === one.id}
        onShow={show}
        onSent={shown}
        {...extras}
      />
      {one.replies.length > 0 && (
        <ol className="mv-replies">
          {one.replies.map((reply) => (
            <li key={reply.id}>
              <CommentItem
                comment={reply}
                answers={
                  reply.parentId === one.id ? undefined : one.replies.find(({ id }) => id === reply.parentId)
                }
                thread={thread}
                linked={place.comment === reply.id}
                onShow={show}
                onSent={shown}
                {...extras}
              />
            </li>
          ))}
        </ol>
      )}
      <ShowReplies branch={one} waiting={waiting} onMore={() => replies(one)} />
    </li>
  );

  return (
    <section className="mv-thread" aria-labelledby="thread">
      <div className="mv-thread-head">
        <Heading level={2} id="thread">
          {title ?? t('title')}
        </Heading>
        <p className="mv-note">{t('count', { count: thread.commentCount })}</p>
        {extras.tools?.(thread)}
      </div>
      {closed && <Closed blockers={thread.blockers} />}
      {(!closed || (wasOpen && hasDraft(thread))) && <Composer thread={thread} onSent={shown} />}
      {branches.length + apart.length === 0 && waiting.length === 0 && (
        <EmptyState title={t('empty.title')}>{!closed && t('empty.text')}</EmptyState>
      )}
      <div className="mv-said">
        {branches.length > 1 && (
          <nav className="mv-order" aria-label={t('order.label')}>
            {ORDERS.map((offered) => (
              <Link
                key={offered}
                to={`${pathname}${offered === 'oldest' ? '' : `?order=${offered}`}#thread`}
                aria-current={offered === order ? 'true' : undefined}
              >
                {t(`order.${offered}`)}
              </Link>
            ))}
          </nav>
        )}
        {order === 'newest' && apart.length > 0 && <ol className="mv-branches">{apart.map(branch)}</ol>}
        {!fromStart && (
          <p className="mv-show-more">
            <Button variant="secondary" busy={loadEarlier.busy} onClick={loadEarlier.act}>
              {t(order === 'oldest' ? 'earlier.oldest' : 'earlier.newest')}
            </Button>
            <noscript>
              <Link to={order === 'oldest' ? pathname : `${pathname}?order=${order}`}>
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
