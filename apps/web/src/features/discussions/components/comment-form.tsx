import { LANGUAGES, LIMITS, type Language } from '@medvind/contracts';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { missing } from '../../../lib/form-store.js';
import { Alert } from '../../../ui/alert.js';
import { Button } from '../../../ui/button.js';
import { fieldId } from '../../../ui/field.js';
import { SubmitButton } from '../../../ui/form.js';
import { useProblemText } from '../../../ui/problem-text.js';
import { Select } from '../../../ui/select.js';
import { TextArea } from '../../../ui/text-area.js';
import type { Comment } from '../discussion.js';

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
  send: (values: { body: string; language: Language }) => Promise<Comment>;
  onSent: (comment: Comment) => void;
  /** Leaves what is typed in the draft. */
  onCancel?: () => void;
}

/** To write, to answer, to edit: small enough to stand in the middle of a thread. */
export function CommentForm(props: CommentFormProps) {
  const { name, draft, label, hint, submit, asksLanguage, send, onSent, onCancel } = props;
  const { t, language } = useTranslation('discussions');
  const problemText = useProblemText();
  const form = useForm({
    draft,
    initial: { body: props.body ?? '', language: props.language ?? language },
    check: (values) => missing(values, 'body'),
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
    if (form.attempt > 0) document.getElementById(textArea)?.focus();
  }, [form.attempt, textArea]);
  return (
    <form className="mv-comment-form" method="post" noValidate onSubmit={form.onSubmit} aria-label={label}>
      <TextArea
        {...form.field('body', label)}
        name={`${name}-body`}
        hint={hint}
        max={LIMITS.comment.max}
        rows={4}
        lang={form.values.language}
      />
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
