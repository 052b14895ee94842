import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useSession } from '../../../lib/session.js';
import { useToast } from '../../../ui/toast.js';
import { postCommentMutation } from '../api/comment.js';
import { beforeFollowing } from '../api/following.js';
import type { Comment, Thread } from '../discussion.js';
import { said } from '../written.js';
import { CommentForm } from './comment-form.js';

interface ReplyFormProps {
  comment: Comment;
  thread: Thread;
  name: string;
  draft: string;
  onSent: (comment: Comment) => void;
  onClose: () => void;
}

export default function ReplyForm({ comment, thread, name, draft, onSent, onClose }: ReplyFormProps) {
  const { t } = useTranslation('discussions');
  const { slug } = useMunicipality();
  const toast = useToast();
  const client = useQueryClient();
  const { person } = useSession();
  const { mutateAsync } = useMutation(postCommentMutation(slug, comment.threadId));
  return (
    <CommentForm
      name={draft}
      draft={draft}
      label={t('reply.label', { name })}
      hint={t('composer.public')}
      submit={t('reply.send')}
      attaches
      send={async (values) => {
        const begun = person && (await beforeFollowing(client, slug, thread.id));
        const reply = await mutateAsync({ ...said(values), parentId: comment.id });
        void begun?.().then((now) => now && toast(t('composer.following')));
        return reply;
      }}
      keysIn={thread.can.answer}
      onSent={onSent}
      onCancel={onClose}
    />
  );
}
