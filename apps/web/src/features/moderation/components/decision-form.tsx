import { LIMITS } from '@medvind/contracts';
import type { Schema } from '@medvind/api-client';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm, type Form as FormState } from '../../../lib/form.js';
import { Button } from '../../../ui/button.js';
import { RadioGroup } from '../../../ui/choices.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { Form } from '../../../ui/form.js';
import { TextArea } from '../../../ui/text-area.js';
import { decideMutation } from '../api/case.js';
import { decideManyMutation } from '../api/many.js';
import { templatesQuery } from '../api/templates.js';
import { likelyPassages, passagesOf, withPassages } from '../passages.js';
import { Decided } from './decided.js';
import { Passages } from './passages.js';
import { ThreadChoice } from './thread-choice.js';

type Case = Schema<'CaseView'>;
type Code = Schema<'ReasonCode'>;

/** What is decided in a form; to let stand needs none. */
export const FORMS = ['hide', 'remove', 'edit', 'move', 'restore'] as const;
export type FormAction = (typeof FORMS)[number];
export type ManyAction = Extract<FormAction, Schema<'ActionForMany'>>;

interface DecisionFormProps {
  municipality: string;
  subject: Case;
  action: FormAction;
  onDone: (now: Case) => void;
  onCancel: () => void;
}

/** A decision with its rule and reason, begun from the municipality's own words; whoever it restricts reads them. */
export function DecisionForm({ municipality, subject, action, onDone, onCancel }: DecisionFormProps) {
  const { t } = useTranslation('moderation');
  const { mutateAsync } = useMutation(decideMutation(municipality));
  const { kind, id, reference, lastDecision, threadId } = subject;
  const text = subject.text ?? '';
  const reasons = useReasons(municipality);
  const ruled = action === 'hide' || action === 'remove' || action === 'edit';
  const likely: Code | '' =
    action === 'edit' ? 'personal-data' : ruled ? (subject.reasons[0]?.code ?? '') : '';
  const form = useForm({
    draft: `${action}:${id}`,
    initial: {
      reasonCode: likely,
      reason: action === 'move' ? reasons.move : reasons.textFor(likely),
      facts: '',
      passages: action === 'edit' ? likelyPassages(text) : [],
      words: '',
      attachment: false,
      threadId: '',
    },
    // What was typed and never added is meant to go too.
    check: ({ words }) =>
      words.trim() !== '' && passagesOf(text, words).length === 0
        ? [{ field: 'words', code: 'not-in-text' }]
        : [],
    submit: ({ reasonCode, reason, facts, passages, words, attachment, threadId }) =>
      mutateAsync({
        kind,
        id,
        decision: {
          action,
          reason,
          lastDecisionId: lastDecision?.id ?? null,
          ...(ruled && { reasonCode: reasonCode || null, facts }),
          ...(action === 'edit' && {
            passages: withPassages(passages, passagesOf(text, words)),
            attachment,
          }),
          ...(action === 'move' && { threadId: threadId || null }),
        },
      }),
    after: 'keep',
    done: onDone,
  });
  return (
    <Framed onCancel={onCancel}>
      <Form
        form={form}
        label={t(`form.${action}Title`, { reference })}
        submit={t(`form.submit.${action}`)}
        secondary={<Cancel onCancel={onCancel} />}
      >
        <Decided problem={form.problem} />
        {action === 'remove' && <p>{t('form.removeLead')}</p>}
        {action === 'edit' && (
          <Passages
            {...form.field('passages', t('edit.list'))}
            words={form.field('words', t('edit.words'))}
            text={text}
            lang={subject.language}
          />
        )}
        {action === 'edit' && subject.attachment && (
          <Checkbox
            {...form.field('attachment', t(`edit.${subject.attachment.kind}`))}
            hint={t('edit.attachmentHint')}
          />
        )}
        {action === 'move' && (
          <ThreadChoice
            {...form.field('threadId', t('move.where'))}
            municipality={municipality}
            except={threadId}
          />
        )}
        {ruled && <Rule form={form} reasons={reasons} />}
        <TextArea
          {...form.field('reason', t('form.reason'))}
          rows={3}
          lang={reasons.language}
          max={LIMITS.reason.max}
          published
          hint={action === 'restore' ? t('form.reasonHintRestore') : t(`form.reasonHint.${action}`)}
        />
        {ruled && (
          <TextArea
            {...form.field('facts', t('form.facts'))}
            optional
            rows={2}
            lang={reasons.language}
            max={LIMITS.reason.max}
            hint={t('form.factsHint')}
          />
        )}
      </Form>
    </Framed>
  );
}

interface ManyFormProps {
  municipality: string;
  subjects: readonly Case[];
  action: ManyAction;
  onDone: (results: Schema<'ManyResults'>) => void;
  onCancel: () => void;
}

/** The same decision, with one reason, about several. */
export function ManyForm({ municipality, subjects, action, onDone, onCancel }: ManyFormProps) {
  const { t } = useTranslation('moderation');
  const { mutateAsync } = useMutation(decideManyMutation(municipality));
  const reasons = useReasons(municipality);
  const form = useForm({
    initial: { reasonCode: '' as Code | '', reason: '' },
    submit: ({ reasonCode, reason }) =>
      mutateAsync({
        action,
        reason,
        reasonCode: reasonCode || null,
        subjects: subjects.map(({ kind, id, lastDecision }) => ({
          kind,
          id,
          lastDecisionId: lastDecision?.id ?? null,
        })),
      }),
    after: 'keep',
    done: onDone,
  });
  return (
    <Framed onCancel={onCancel}>
      <Form
        form={form}
        label={t(`many.title.${action}`, { count: subjects.length })}
        submit={t(`many.submit.${action}`, { count: subjects.length })}
        secondary={<Cancel onCancel={onCancel} />}
      >
        <p>{subjects.map(({ reference }) => reference).join(', ')}</p>
        {action === 'remove' && <p>{t('form.removeLead')}</p>}
        <Rule form={form} reasons={reasons} />
        <TextArea
          {...form.field('reason', t('form.reason'))}
          rows={3}
          lang={reasons.language}
          max={LIMITS.reason.max}
          published
          hint={t('many.reasonHint')}
        />
      </Form>
    </Framed>
  );
}

interface RuleProps {
  form: Pick<FormState<{ reasonCode: Code | ''; reason: string }>, 'field' | 'set' | 'values'>;
  reasons: ReturnType<typeof useReasons>;
}

/** The rule it breaks; the reason begins with the municipality's words for it. */
function Rule({ form, reasons }: RuleProps) {
  const { t } = useTranslation('moderation');
  return (
    <RadioGroup
      {...form.field('reasonCode', t('form.rule'))}
      options={reasons.options}
      onChange={(code) => {
        form.set('reasonCode', code as Code);
        if (reasons.isTemplate(form.values.reason)) form.set('reason', reasons.textFor(code));
      }}
    />
  );
}

function Cancel({ onCancel }: { onCancel: () => void }) {
  const { t } = useTranslation('moderation');
  return (
    <Button variant="tertiary" onClick={onCancel}>
      {t('actions.cancel')}
    </Button>
  );
}

/** The reasons that apply here, with the words the municipality begins them with. */
function useReasons(municipality: string) {
  const { t } = useTranslation('reports');
  const { t: moderation } = useTranslation('moderation');
  const { language, items, move } = useSuspenseQuery(templatesQuery(municipality)).data;
  return {
    language,
    move,
    // What is otherwise unlawful stands after what the law names.
    options: [
      ...items.filter(({ code }) => code !== 'illegal'),
      ...items.filter(({ code }) => code === 'illegal'),
    ].map(({ code, legal }) => ({
      value: code,
      label: t(`reasons.${code}`),
      group: moderation(legal || code === 'illegal' ? 'form.legal' : 'form.conduct'),
    })),
    textFor: (code: string) => items.find((template) => template.code === code)?.text ?? '',
    /** One's own words are never replaced. */
    isTemplate: (text: string) => text.trim() === '' || items.some((template) => template.text === text),
  };
}

/** Where the focus goes when the form opens: what is chosen already, or the first field. */
function Framed({ onCancel, children }: { onCancel: () => void; children: React.ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const fields = frame.current;
    const first = fields?.querySelector<HTMLElement>('input, textarea');
    const chosen = fields?.querySelector<HTMLElement>(':checked');
    (first?.matches('[type=radio]') ? (chosen ?? first) : first)?.focus();
  }, []);
  useEffect(() => {
    const fields = frame.current;
    const giveUp = (event: KeyboardEvent) => event.key === 'Escape' && !event.defaultPrevented && onCancel();
    fields?.addEventListener('keydown', giveUp);
    return () => fields?.removeEventListener('keydown', giveUp);
  });
  return (
    <div className="mv-decision" ref={frame}>
      {children}
    </div>
  );
}
