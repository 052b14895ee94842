import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { useTranslation } from '../../../i18n/use-translation.js';
import { readDraft } from '../../../lib/drafts.js';
import { useFormat } from '../../../lib/format.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Button } from '../../../ui/button.js';
import { Link } from '../../../ui/link.js';
import { Prose } from '../../../ui/prose.js';
import { Tag } from '../../../ui/tag.js';
import { Time } from '../../../ui/time.js';
import { useToast } from '../../../ui/toast.js';
import { commentAnchor } from '../anchor.js';
import { editCommentMutation, postCommentMutation, removeCommentMutation } from '../api/comment.js';
import type { Comment, Thread } from '../discussion.js';
import { useUntil } from '../use-until.js';
import { AttachmentView } from './attachment-view.js';
import { CommentForm } from './comment-form.js';
import type { ThreadExtras } from './thread-extras.js';
import { Tombstone } from './tombstone.js';
import { Votes } from './votes.js';

// Few ask what a comment said before.
const History = lazy(() => import('./history.js'));

interface CommentItemProps extends ThreadExtras {
  comment: Comment;
  /** What it answers, where that is not the comment its branch begins with. */
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
  const name = author?.name ?? t('author.gone');
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
      aria-label={state === 'visible' ? t('by', { name }) : t(`tombstone.${state}`)}
      data-linked={linked || undefined}
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
        <Link to={`${pathname}?comment=${comment.id}`} className="mv-comment-time">
          <Time at={comment.createdAt} style="ago" />
          <span className="ds-sr-only">, {t('permalink')}</span>
        </Link>
        {comment.language !== language && state === 'visible' && (
          <span className="mv-note">{t(`written.${comment.language}`)}</span>
        )}
        {comment.editedAt && state === 'visible' && (
          <button
            type="button"
            className="mv-text-button"
            aria-expanded={history}
            onClick={() => setHistory(!history)}
          >
            {t('history.edited')}
          </button>
        )}
        {linked && (
          <Tag color="info" icon="info">
            {t('linked')}
          </Tag>
        )}
      </header>
      {answers && (
        <p className="mv-note">
          {/* The answer may be far below what it answers. */}
          <a href={`#${commentAnchor(answers.id)}`}>
            {t('reply.to', { name: answers.author?.name ?? t('author.gone') })}
          </a>
        </p>
      )}
      {/* The forms stay when the comment is hidden meanwhile: nobody's half-written text goes away under their hands. */}
      {open === 'edit' ? (
        <EditForm comment={comment} draft={drafts.edit} onShow={onShow} onClose={close} />
      ) : state === 'visible' ? (
        <VisibleComment {...props} name={name} open={open} onOpen={setOpen} onClose={close} />
      ) : (
        <Tombstone comment={comment} />
      )}
      {open === 'reply' && (
        <ReplyForm
          comment={comment}
          name={name}
          draft={drafts.reply}
          onSent={(sent) => {
            close();
            onSent(sent);
          }}
          onClose={close}
        />
      )}
      {history && (
        <Suspense>
          <History comment={comment} />
        </Suspense>
      )}
      {state !== 'visible' && actions && <div className="mv-comment-actions">{actions(comment)}</div>}
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
      <Prose text={comment.body ?? ''} lang={comment.language} />
      {comment.attachment && <AttachmentView attachment={comment.attachment} lang={comment.language} />}
      <div className="mv-comment-foot">
        <Votes comment={comment} open={writable} onVoted={onShow} />
        <div className="mv-comment-actions">
          {writable && (
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
          {actions?.(comment)}
        </div>
      </div>
      {open === 'remove' && <RemoveQuestion comment={comment} onShow={onShow} onClose={onClose} />}
    </>
  );
}

interface ReplyFormProps {
  comment: Comment;
  name: string;
  draft: string;
  onSent: (comment: Comment) => void;
  onClose: () => void;
}

function ReplyForm({ comment, name, draft, onSent, onClose }: ReplyFormProps) {
  const { t } = useTranslation('discussions');
  const { slug } = useMunicipality();
  const { mutateAsync } = useMutation(postCommentMutation(slug, comment.threadId));
  return (
    <CommentForm
      name={draft}
      draft={draft}
      label={t('reply.label', { name })}
      hint={t('composer.public')}
      submit={t('reply.send')}
      attaches
      send={(values) => mutateAsync({ ...values, parentId: comment.id })}
      onSent={onSent}
      onCancel={onClose}
    />
  );
}

interface OwnCommentProps {
  comment: Comment;
  onShow: (comment: Comment) => void;
  onClose: () => void;
}

function EditForm({ comment, draft, onShow, onClose }: OwnCommentProps & { draft: string }) {
  const { t } = useTranslation('discussions');
  const { slug } = useMunicipality();
  const { date } = useFormat();
  const { mutateAsync } = useMutation(editCommentMutation(slug, comment.id));
  return (
    <CommentForm
      name={draft}
      draft={draft}
      label={t('edit.label')}
      hint={comment.editableUntil && t('edit.until', { time: date(comment.editableUntil, 'moment') })}
      submit={t('edit.save')}
      body={comment.body ?? ''}
      language={comment.language}
      send={({ body }) => mutateAsync({ body })}
      onSent={(edited) => {
        onShow(edited);
        onClose();
      }}
      onCancel={onClose}
    />
  );
}

function RemoveQuestion({ comment, onShow, onClose }: OwnCommentProps) {
  const { t } = useTranslation('discussions');
  const { slug } = useMunicipality();
  const toast = useToast();
  const { mutateAsync } = useMutation(removeCommentMutation(slug, comment.id));
  const remove = useAction(async () => {
    onShow(await mutateAsync());
    onClose();
    toast(t('remove.done'));
  });
  return (
    <div className="mv-panel" role="group" aria-label={t('remove.question')}>
      <p>
        <strong>{t('remove.question')}</strong> {t('remove.text')}
      </p>
      <div className="mv-actions">
        <Button color="danger" size="sm" busy={remove.busy} onClick={remove.act}>
          {t('remove.confirm')}
        </Button>
        <Button variant="tertiary" size="sm" onClick={onClose}>
          {t('app:form.cancel')}
        </Button>
      </div>
    </div>
  );
}
