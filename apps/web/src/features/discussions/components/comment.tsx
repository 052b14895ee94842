import { lazy, Suspense, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { useTranslation } from '../../../i18n/use-translation.js';
import { readDraft } from '../../../lib/drafts.js';
import { Blocks } from '../../../ui/blocks.js';
import { Button } from '../../../ui/button.js';
import { Held } from '../../../ui/held.js';
import { Icon } from '../../../ui/icon.js';
import { Link } from '../../../ui/link.js';
import { Skeleton } from '../../../ui/loading.js';
import { Tag } from '../../../ui/tag.js';
import { Time } from '../../../ui/time.js';
import { commentAnchor, linkTo } from '../anchor.js';
import type { Comment, Thread } from '../discussion.js';
import { useUntil } from '../use-until.js';
import { useNameOf } from '../use-name-of.js';
import { AttachmentView } from './attachment-view.js';
import { OfficialMark } from './official.js';
import type { ThreadExtras } from './thread-extras.js';
import { Tombstone } from './tombstone.js';
import { Votes } from './votes.js';

// Few ask what a comment said before, few of those who read write, and fewer are staff.
const History = lazy(() => import('./history.js'));
const ReplyForm = lazy(() => import('./reply-form.js'));
const OwnComment = lazy(() => import('./own-comment.js'));
const Pin = lazy(() => import('./pin.js'));

interface CommentItemProps extends ThreadExtras {
  comment: Comment;
  /** What it answers, if that is there. */
  answers?: Comment | undefined;
  thread: Thread;
  /** Whether a link led here. */
  linked: boolean;
  onShow: (comment: Comment) => void;
  onSent: (comment: Comment) => void;
}

type Opened = 'reply' | 'edit' | 'remove' | null;

export function CommentItem(props: CommentItemProps) {
  const { comment, answers, thread, linked, actions, trail, onShow, onSent } = props;
  const { t, language } = useTranslation('discussions');
  const { pathname } = useLocation();
  const [history, setHistory] = useState(false);
  const { open, setOpen, drafts } = useOpened(comment, thread);
  const { author, state } = comment;
  const nameOf = useNameOf();
  const name = nameOf(comment);
  const shown = state === 'visible' || state === 'held';
  const close = () => {
    setOpen(null);
    // What had the focus goes away with the form.
    document.getElementById(commentAnchor(comment.id))?.focus({ preventScroll: true });
  };
  return (
    <article
      className="mv-comment"
      id={commentAnchor(comment.id)}
      tabIndex={-1}
      aria-label={shown ? t('by', { name }) : t(`tombstone.${state}`)}
      data-linked={linked || undefined}
      // Goes there without a script.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={linked}
    >
      <header className="mv-comment-head">
        {state !== 'removed' && (
          <strong className="mv-comment-author">
            {name}
            {author?.me && <span className="mv-note"> {t('author.me')}</span>}
          </strong>
        )}
        {author?.badge && (
          <Tag color="brand" icon="success">
            {t(`app:roles.${author.badge}`)}
          </Tag>
        )}
        <Link to={linkTo(pathname, comment.id)} className="mv-comment-time">
          <Time at={comment.createdAt} style="ago" />
          <span className="ds-sr-only">, {t('permalink')}</span>
        </Link>
        {comment.remark && shown && <Tag>{t('remark')}</Tag>}
        {comment.stance && shown && <Tag>{t(`stance.${comment.stance}`)}</Tag>}
        {comment.type && shown && <Tag>{t(`type.${comment.type}`)}</Tag>}
        {comment.channel !== 'web' && <span className="mv-note">{t(`channel.${comment.channel}`)}</span>}
        {comment.language !== language && shown && (
          <span className="mv-note">{t(`written.${comment.language}`)}</span>
        )}
        {comment.editedAt && shown && (
          <button
            type="button"
            className="mv-text-button"
            aria-expanded={history}
            onClick={() => setHistory(!history)}
          >
            {t('history.edited')}
          </button>
        )}
        {comment.redactedAt && shown && <span className="mv-note">{t('redacted')}</span>}
        {linked && (
          <Tag color="info" icon="info">
            {t('linked')}
          </Tag>
        )}
      </header>
      <OfficialMark comment={comment} />
      {answers && comment.parentId !== comment.rootId && (
        <p className="mv-note">
          {/* The answer may be far below what it answers. */}
          <a href={`#${commentAnchor(answers.id)}`}>{t('reply.to', { name: nameOf(answers) })}</a>
        </p>
      )}
      {/* The forms stay when the comment is hidden meanwhile: nobody's half-written text goes away under their hands. */}
      {open === 'edit' ? (
        <Suspense fallback={<Skeleton />}>
          <OwnComment comment={comment} draft={drafts.edit} onShow={onShow} onClose={close} />
        </Suspense>
      ) : shown ? (
        <VisibleComment {...props} name={name} open={open} onOpen={setOpen} onClose={close} />
      ) : (
        <Tombstone comment={comment} />
      )}
      {open === 'reply' && (
        <Suspense fallback={<Skeleton />}>
          <ReplyForm
            comment={comment}
            thread={thread}
            name={name}
            draft={drafts.reply}
            onSent={(sent) => {
              close();
              onSent(sent);
            }}
            onClose={close}
          />
        </Suspense>
      )}
      {history && (
        <Suspense>
          <History comment={comment} />
        </Suspense>
      )}
      {!shown && actions && <div className="mv-comment-actions">{actions(comment)}</div>}
      {trail?.(comment)}
    </article>
  );
}

/** Which form stands open; after a reload what was half written stands where it was. */
function useOpened({ id, can }: Comment, { blockers }: Thread) {
  const [open, setOpen] = useState<Opened>(null);
  const drafts = { reply: `reply:${id}`, edit: `edit:${id}` };
  useEffect(() => {
    const typed = (draft: string) => readDraft<{ body?: string }>(draft)?.body?.trim();
    if (can.edit && typed(drafts.edit)) setOpen('edit');
    else if (blockers.length === 0 && typed(drafts.reply)) setOpen('reply');
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return { open, setOpen, drafts };
}

interface VisibleCommentProps extends CommentItemProps {
  name: string;
  open: Opened;
  onOpen: (open: Opened) => void;
  onClose: () => void;
}

function VisibleComment({
  comment,
  answers,
  thread,
  name,
  open,
  onOpen,
  onClose,
  onShow,
  actions,
}: VisibleCommentProps) {
  const { t } = useTranslation('discussions');
  const editable = useUntil(comment.editableUntil);
  const writable = thread.blockers.length === 0;
  const toggle = (which: Opened) => onOpen(open === which ? null : which);
  return (
    <>
      {comment.state === 'held' && (
        <div className="mv-tombstone">
          <p>
            <Icon name="time" /> {t('tombstone.held')}
          </p>
          <Held
            reason={comment.heldReason}
            detail={comment.heldDetail}
            traced={comment.can.moderate ? `comment=${comment.id}` : undefined}
          />
        </div>
      )}
      <Blocks blocks={comment.blocks} lang={comment.language} />
      {comment.attachment && <AttachmentView attachment={comment.attachment} lang={comment.language} />}
      <div className="mv-comment-foot">
        {comment.state === 'visible' && <Votes comment={comment} open={writable} onVoted={onShow} />}
        <div className="mv-comment-actions">
          {writable && comment.state === 'visible' && (
            <Button
              variant="tertiary"
              size="sm"
              aria-expanded={open === 'reply'}
              onClick={() => toggle('reply')}
            >
              {t('reply.action')}
              <span className="ds-sr-only"> {name}</span>
            </Button>
          )}
          {editable && (
            <Button variant="tertiary" size="sm" onClick={() => onOpen('edit')}>
              {t('edit.action')}
            </Button>
          )}
          {comment.can.remove && (
            <Button
              variant="tertiary"
              size="sm"
              aria-expanded={open === 'remove'}
              onClick={() => toggle('remove')}
            >
              {t('remove.action')}
            </Button>
          )}
          {comment.can.pin && (
            <Suspense>
              <Pin comment={comment} answers={answers} onShow={onShow} />
            </Suspense>
          )}
          {actions?.(comment)}
        </div>
      </div>
      {open === 'remove' && (
        <Suspense fallback={<Skeleton />}>
          <OwnComment comment={comment} draft={null} onShow={onShow} onClose={onClose} />
        </Suspense>
      )}
    </>
  );
}
