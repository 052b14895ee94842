import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { readDraft } from '../../../lib/drafts.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { useSession } from '../../../lib/session.js';
import { Link } from '../../../ui/link.js';
import { useToast } from '../../../ui/toast.js';
import { postCommentMutation } from '../api/comment.js';
import { said } from '../written.js';
import type { Comment, Thread } from '../discussion.js';
import { CommentForm } from './comment-form.js';

const draftOf = ({ id }: Thread) => `comment:${id}`;

/** Whether something is written and not sent. */
export const hasDraft = (thread: Thread): boolean =>
  Boolean(readDraft<{ body?: string }>(draftOf(thread))?.body?.trim());

interface ComposerProps {
  thread: Thread;
  /** Among all forms of the page. */
  name: string;
  about?: string;
  onSent: (comment: Comment) => void;
}

/** A comment of one's own. Who is not signed in writes first, and is asked when sending. */
export function Composer({ thread, name, about, onSent }: ComposerProps) {
  const { t } = useTranslation('discussions');
  const { slug } = useMunicipality();
  const path = usePath();
  const { person } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  const { mutateAsync } = useMutation(postCommentMutation(slug, thread.id));
  return (
    <>
      <noscript>
        <p className="mv-note">{t('composer.noscript')}</p>
      </noscript>
      <CommentForm
        name={name}
        draft={draftOf(thread)}
        label={t('composer.label')}
        about={about}
        hint={
          <>
            {t('composer.public')} {!person && t('composer.signIn')}{' '}
            <Link to={path('about')} target="_blank">
              {t('composer.conduct')}
            </Link>
          </>
        }
        submit={t('composer.send')}
        attaches
        keysIn={thread.can.answer}
        send={async (values) => {
          const begun =
            person &&
            (await import('../api/following.js').then(
              ({ beforeFollowing }) => beforeFollowing(client, slug, thread.id),
              () => null,
            ));
          const comment = await mutateAsync(said(values));
          void begun?.().then((now) => now && toast(`${t('composer.sent')}. ${t('composer.following')}`));
          return comment;
        }}
        onSent={(comment) => {
          toast(t(comment.state === 'held' ? 'composer.held' : 'composer.sent'));
          onSent(comment);
        }}
      />
    </>
  );
}
