import { LANGUAGES, LIMITS, type FieldProblem, type Language } from '@medvind/contracts';
import type { Schema } from '@medvind/api-client';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { missing } from '../../../lib/form-store.js';
import { useHydrated } from '../../../lib/use-hydrated.js';
import { Alert } from '../../../ui/alert.js';
import { Button } from '../../../ui/button.js';
import { fieldId } from '../../../ui/field.js';
import { SubmitButton } from '../../../ui/form.js';
import { useProblemText } from '../../../ui/problem-text.js';
import { Select } from '../../../ui/select.js';
import { TextArea } from '../../../ui/text-area.js';
import type { Attached } from '../api/attachment.js';
import type { Comment } from '../discussion.js';

// Fetched once the page has woken: those who read need none of it.
const AttachmentField = lazy(() => import('./attachment-field.js'));

interface Sent {
  body: string;
  language: Language;
  attachment?: Schema<'AttachmentInput'>;
}

interface CommentFormProps {
  /** Among all forms of the page. */
  name: string;
  /** Under which what is typed is kept. */
  draft: string;
  label: string;
  hint?: ReactNode;
  submit: string;
  /** What is there to begin with. */
  body?: string;
  language?: Language;
  asksLanguage?: boolean;
  /** Whether a picture or a document can go along. */
  attaches?: boolean;
  send: (values: Sent) => Promise<Comment>;
  onSent: (comment: Comment) => void;
  /** Leaves what is typed in the draft. */
  onCancel?: () => void;
}

/** To write, to answer, to edit: small enough to stand in the middle of a thread. */
export function CommentForm(props: CommentFormProps) {
  const { name, draft, label, hint, submit, asksLanguage, attaches, send, onSent, onCancel } = props;
  const { t, language } = useTranslation('discussions');
  const problemText = useProblemText();
  const awake = useHydrated();
  const [uploading, setUploading] = useState(false);
  const form = useForm({
    draft,
    initial: {
      body: props.body ?? '',
      language: props.language ?? language,
      attachment: null as Attached | null,
    },
    check: (values) => [...missing(values, 'body'), ...attachmentFaults(values.attachment, uploading)],
    submit: ({ attachment, ...said }) =>
      send({ ...said, ...(attachment && { attachment: inputOf(attachment) }) }),
    done: onSent,
  });
  const textArea = fieldId(`${name}-body`);
  useEffect(() => {
    if (onCancel) document.getElementById(textArea)?.focus();
    // Only when it opens.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useEffect(() => {
    const [fault] = form.problem?.fields ?? [];
    const at = fault?.field === 'attachment.alt' ? fieldId(`${name}-alt`) : textArea;
    if (form.attempt > 0) document.getElementById(at)?.focus();
    // Only when it was tried to send.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [form.attempt]);
  return (
    <form className="mv-comment-form" method="post" noValidate onSubmit={form.onSubmit} aria-label={label}>
      <TextArea
        {...form.field('body', label)}
        name={`${name}-body`}
        hint={hint}
        max={LIMITS.comment.max}
        rows={4}
        lang={form.values.language}
        published
      />
      {attaches && (
        <div className="mv-attach">
          {awake && (
            <Suspense>
              <AttachmentField
                name={name}
                value={form.values.attachment}
                onChange={(attachment) => form.set('attachment', attachment)}
                problems={form.problem?.fields ?? []}
                onBusy={setUploading}
              />
            </Suspense>
          )}
        </div>
      )}
      {form.problem && form.problem.fields.length === 0 && (
        <Alert tone="danger" live>
          {problemText(form.problem)} {t('kept')}
        </Alert>
      )}
      <div className="mv-comment-form-foot">
        {asksLanguage && (
          <Select
            {...form.field('language', t('composer.language'))}
            name={`${name}-language`}
            onChange={(chosen) => form.set('language', chosen as Language)}
            options={LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
          />
        )}
        <div className="mv-actions">
          <SubmitButton busy={form.busy}>{submit}</SubmitButton>
          {onCancel && (
            <Button variant="tertiary" onClick={onCancel}>
              {t('app:form.cancel')}
            </Button>
          )}
        </div>
      </div>
    </form>
  );
}

const inputOf = ({ id, alt, decorative }: Attached): Schema<'AttachmentInput'> => ({ id, alt, decorative });

/** A picture needs words, or the word that it needs none; and nothing is sent while half of it is on its way. */
function attachmentFaults(attachment: Attached | null, uploading: boolean): FieldProblem[] {
  if (uploading) return [{ field: 'attachment', code: 'invalid' }];
  const wordless = attachment?.kind === 'image' && !attachment.decorative && !attachment.alt.trim();
  return wordless ? [{ field: 'attachment.alt', code: 'required' }] : [];
}
