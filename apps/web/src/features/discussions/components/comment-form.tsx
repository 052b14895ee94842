import { LIMITS, type FieldProblem } from '@medvind/contracts';
import { lazy, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { missing } from '../../../lib/form-store.js';
import { useHydrated } from '../../../lib/use-hydrated.js';
import { Alert } from '../../../ui/alert.js';
import { Button } from '../../../ui/button.js';
import { fieldId } from '../../../ui/field.js';
import { SubmitButton } from '../../../ui/form.js';
import { Optional } from '../../../ui/optional.js';
import { useProblemText } from '../../../ui/problem-text.js';
import { TextArea } from '../../../ui/text-area.js';
import type { Attached } from '../api/attachment.js';
import type { Comment } from '../discussion.js';
import { NOTHING, type Written } from '../written.js';

// Loaded when somebody begins to write.
const WritingTools = lazy(() => import('./writing-tools.js'));

// Fetched once the page has woken: those who read need none of it.
const AttachmentField = lazy(() => import('./attachment-field.js'));

/** Problems whose words already say that the text is kept. */
const SAYS_KEPT: ReadonlySet<string> = new Set(['too-many-contributions', 'writing-suspended']);

interface CommentFormProps {
  /** Among all forms of the page. */
  name: string;
  /** Under which what is typed is kept. */
  draft: string;
  label: string;
  /** What it is written about, where a page has several to write about. */
  about?: string;
  hint?: ReactNode;
  submit: string;
  /** What is there to begin with. */
  initial?: Partial<Written>;
  editing?: boolean;
  keysIn?: boolean;
  /** Whether a picture or a document can go along. */
  attaches?: boolean;
  send: (values: Written) => Promise<Comment>;
  onSent: (comment: Comment) => void;
  /** Leaves what is typed in the draft. */
  onCancel?: () => void;
}

/** To write, to answer, to edit: small enough to stand in the middle of a thread. */
export function CommentForm(props: CommentFormProps) {
  const { name, draft, label, about, hint, submit, editing = false, keysIn = false, attaches } = props;
  const { send, onSent, onCancel } = props;
  const { t, language } = useTranslation('discussions');
  const problemText = useProblemText();
  const awake = useHydrated();
  const [uploading, setUploading] = useState(false);
  const [writing, setWriting] = useState(Boolean(onCancel));
  const form = useForm({
    draft,
    initial: { ...NOTHING, ...props.initial },
    check: (values) => [...missing(values, 'body'), ...attachmentFaults(values.attachment, uploading)],
    submit: send,
    done: onSent,
  });
  const textArea = fieldId(`${name}-body`);
  useEffect(() => {
    if (onCancel) document.getElementById(textArea)?.focus();
    // Only when it opens.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useEffect(() => {
    const field = document.getElementById(textArea);
    const begin = () => setWriting(true);
    // Somebody may have been quicker than the page woke.
    if (field && field === document.activeElement) begin();
    field?.addEventListener('focus', begin);
    return () => field?.removeEventListener('focus', begin);
  }, [textArea]);
  useEffect(() => {
    const [fault] = form.problem?.fields ?? [];
    const at = fault?.field === 'attachment.alt' ? fieldId(`${name}-alt`) : textArea;
    if (form.attempt > 0) document.getElementById(at)?.focus();
    // Only when it was tried to send.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [form.attempt]);
  return (
    <form
      className="mv-comment-form"
      method="post"
      noValidate
      onSubmit={form.onSubmit}
      aria-label={about ? `${label}: ${about}` : label}
    >
      <TextArea
        {...form.field('body', label)}
        name={`${name}-body`}
        hint={hint}
        max={LIMITS.comment.max}
        rows={4}
        lang={form.values.language || language}
        published
      />
      {writing && (
        <Optional>
          <WritingTools {...{ form, name, textArea, editing, keysIn }} />
        </Optional>
      )}
      {attaches && (
        <div className="mv-attach">
          {awake && (
            <Optional>
              <AttachmentField
                name={name}
                value={form.values.attachment}
                onChange={(attachment) => form.set('attachment', attachment)}
                problems={form.problem?.fields ?? []}
                onBusy={setUploading}
              />
            </Optional>
          )}
        </div>
      )}
      {form.problem && form.problem.fields.length === 0 && (
        <Alert tone="danger" live>
          {problemText(form.problem)} {!SAYS_KEPT.has(form.problem.code) && t('kept')}
        </Alert>
      )}
      <div className="mv-actions">
        <SubmitButton busy={form.busy}>{submit}</SubmitButton>
        {onCancel && (
          <Button variant="tertiary" onClick={onCancel}>
            {t('app:form.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** A picture needs words, or the word that it needs none; and nothing is sent while half of it is on its way. */
function attachmentFaults(attachment: Attached | null, uploading: boolean): FieldProblem[] {
  if (uploading) return [{ field: 'attachment', code: 'invalid' }];
  const wordless = attachment?.kind === 'image' && !attachment.decorative && !attachment.alt.trim();
  return wordless ? [{ field: 'attachment.alt', code: 'required' }] : [];
}
