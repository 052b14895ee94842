import { LIMITS } from '@medvind/contracts';
import type { Schema } from '@medvind/api-client';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { Button } from '../../../ui/button.js';
import { RadioGroup } from '../../../ui/choices.js';
import { Form } from '../../../ui/form.js';
import { TextArea } from '../../../ui/text-area.js';
import { decideMutation } from '../api/case.js';
import { templatesQuery } from '../api/templates.js';
import { Decided } from './decided.js';

interface DecisionFormProps {
  municipality: string;
  subject: Schema<'CaseView'>;
  action: 'hide' | 'restore';
  onDone: (now: Schema<'CaseView'>) => void;
  onCancel: () => void;
}

/** The rule and the reason, begun from the municipality's own words; whoever is hidden reads them. */
export function DecisionForm({ municipality, subject, action, onDone, onCancel }: DecisionFormProps) {
  const { t } = useTranslation('moderation');
  const { t: reports } = useTranslation('reports');
  const { language, items } = useSuspenseQuery(templatesQuery(municipality)).data;
  const { mutateAsync } = useMutation(decideMutation(municipality));
  const templateFor = (code: string) => items.find((template) => template.code === code)?.text ?? '';
  const likely = action === 'hide' ? (subject.reasons[0]?.code ?? '') : '';
  const { kind, id, reference } = subject;
  const form = useForm({
    draft: `${action}:${id}`,
    initial: { reasonCode: likely as Schema<'ReasonCode'> | '', reason: templateFor(likely) },
    submit: ({ reasonCode, reason }) => {
      const lastDecisionId = subject.lastDecision?.id ?? null;
      return mutateAsync({
        kind,
        id,
        decision: {
          action,
          reason,
          lastDecisionId,
          ...(action === 'hide' && { reasonCode: reasonCode || null }),
        },
      });
    },
    after: 'keep',
    done: onDone,
  });
  const rule = form.field('reasonCode', t('form.rule'));

  const choose = (code: string) => {
    const { reason } = form.values;
    rule.onChange(code as Schema<'ReasonCode'>);
    // One's own words are never replaced.
    if (reason.trim() === '' || items.some(({ text }) => text === reason))
      form.set('reason', templateFor(code));
  };

  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const fields = frame.current;
    (
      fields?.querySelector<HTMLElement>(':checked') ?? fields?.querySelector<HTMLElement>('input, textarea')
    )?.focus();
  }, []);

  return (
    <div ref={frame}>
      <Form
        form={form}
        label={t(`form.${action}Title`, { reference })}
        submit={action === 'hide' ? t('form.submitHide') : t('form.submitRestore')}
        secondary={
          <Button variant="tertiary" onClick={onCancel}>
            {t('actions.cancel')}
          </Button>
        }
      >
        <Decided problem={form.problem} />
        {action === 'hide' && (
          <RadioGroup
            {...rule}
            onChange={choose}
            options={items.map(({ code }) => ({ value: code, label: reports(`reasons.${code}`) }))}
          />
        )}
        <TextArea
          {...form.field('reason', t('form.reason'))}
          rows={4}
          lang={language}
          max={LIMITS.reason.max}
          published
          hint={action === 'hide' ? t('form.reasonHint') : t('form.reasonHintRestore')}
        />
      </Form>
    </div>
  );
}
