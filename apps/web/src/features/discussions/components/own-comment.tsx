import { useMutation } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Button } from '../../../ui/button.js';
import { useToast } from '../../../ui/toast.js';
import { editCommentMutation, removeCommentMutation } from '../api/own-comment.js';
import type { Comment } from '../discussion.js';
import { CommentForm } from './comment-form.js';

interface OwnCommentProps {
  comment: Comment;
  /** Where what is typed is kept; null: it is asked whether to take the comment back. */
  draft: string | null;
  onShow: (comment: Comment) => void;
  onClose: () => void;
}

/** To correct what one wrote, or to take it back: of those who read, few write. */
export default function OwnComment({ draft, ...props }: OwnCommentProps) {
  return draft === null ? <RemoveQuestion {...props} /> : <EditForm {...props} draft={draft} />;
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
      initial={{ body: comment.body ?? '', language: comment.language, type: comment.type ?? '' }}
      editing
      send={({ body, language, type }) =>
        mutateAsync({ body, ...(language && { language }), type: type || null })
      }
      onSent={(edited) => {
        onShow(edited);
        onClose();
      }}
      onCancel={onClose}
    />
  );
}

function RemoveQuestion({ comment, onShow, onClose }: Omit<OwnCommentProps, 'draft'>) {
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
