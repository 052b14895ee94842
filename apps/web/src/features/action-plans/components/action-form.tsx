import type { Schema } from '@medvind/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { RadioGroup } from '../../../ui/choices.js';
import { Form } from '../../../ui/form.js';
import { Select } from '../../../ui/select.js';
import { TextArea } from '../../../ui/text-area.js';
import { TextField } from '../../../ui/text-field.js';
import { useToast } from '../../../ui/toast.js';
import { bodyOf, newAction, valuesOf, type ActionValues } from '../action-values.js';
import { actionQuery } from '../api/action.js';
import { saveAction } from '../api/save-action.js';
import { goalChoices, useCurrency } from '../wording.js';
import { NewerVersion } from './newer-version.js';

type Action = Schema<'ActionView'>;
const STATUSES = ['planned', 'started', 'done', 'dropped'] as const;

interface ActionFormProps {
  plan: Schema<'PlanView'>;
  /** null: a new one. */
  action: Action | null;
  /** Where a new one hangs until one chooses otherwise. */
  goalId: string;
  onCreated: (action: Action) => void;
}

/** The columns of the plan, by the question they answer. */
export function ActionForm({ plan, action, goalId, onCreated }: ActionFormProps) {
  const { t } = useTranslation('action-plans-staff');
  const { t: read } = useTranslation('action-plans');
  const { slug, language } = useMunicipality();
  const currency = useCurrency();
  const client = useQueryClient();
  const toast = useToast();
  const { mutateAsync } = useMutation(saveAction(slug, plan.id, action?.id ?? null));
  const form = useForm<ActionValues, Action>({
    draft: action ? `action:${action.id}` : `action:new:${plan.id}:${goalId}`,
    initial: action ? valuesOf(action) : newAction(goalId),
    after: 'keep',
    submit: (values) => mutateAsync(bodyOf(values, language)),
    done: (saved) => {
      toast(t('saved'));
      if (action) form.reset(valuesOf(saved));
      else onCreated(saved);
    },
  });
  const { funding } = form.values;
  const text = (name: Exclude<keyof ActionValues, 'revision' | 'status' | 'funding'>) => ({
    ...form.field(name, t(`form.${labelOf(name)}`)),
    optional: name !== 'title',
    lang: language,
  });
  return (
    <Form
      form={form}
      submit={action ? t('form.save') : t('form.create')}
      secondary={
        action && (
          <NewerVersion
            form={form}
            fetch={async () =>
              form.reset(valuesOf(await client.query({ ...actionQuery(slug, action.id), staleTime: 0 })))
            }
          />
        )
      }
    >
      <Part title={t('form.what')}>
        <Select
          {...form.field('goalId', t('form.goal'))}
          hint={t('form.goalHint')}
          options={goalChoices(plan)}
          placeholder={t('form.wholePolicy')}
          optional
        />
        <TextField {...text('number')} hint={t('form.numberHint')} width="short" />
        <TextField {...text('title')} published />
        <TextArea {...text('description')} published max={8000} />
        <TextField {...text('targetGroup')} />
      </Part>
      <Part title={t('form.how')}>
        <TextArea {...text('successCriterion')} published rows={2} />
        <TextField {...text('indicator')} />
        <TextField {...text('targetValue')} />
      </Part>
      <Part title={t('form.who')}>
        <TextField {...text('responsible')} />
        <TextField {...text('lead')} />
        <TextField {...text('partners')} hint={t('form.partnersHint')} />
      </Part>
      <Part title={t('form.when')}>
        <TextField {...text('schedule')} hint={t('form.scheduleHint')} />
        <TextField {...text('startsOn')} type="date" width="short" />
        <TextField {...text('endsOn')} type="date" width="short" />
      </Part>
      <Part title={t('form.cost')}>
        <RadioGroup
          {...form.field('funding', t('form.economy'))}
          onChange={(value) => form.set('funding', value as ActionValues['funding'])}
          options={(['frame', 'sum', 'other'] as const).map((value) => ({
            value,
            label: t(`form.${value}`),
          }))}
        />
        {funding === 'sum' && (
          <TextField
            {...form.field(
              'economyAmount',
              t('form.amount', { currency: currency === 'DKK' ? 'kroner' : 'kronor' }),
            )}
            inputMode="numeric"
            width="short"
          />
        )}
        {funding !== 'frame' && <TextField {...text('economyText')} hint={t('form.economyHint')} />}
      </Part>
      <Part title={t('form.status')}>
        <RadioGroup
          {...form.field('status', t('form.statusLabel'))}
          onChange={(value) => form.set('status', value as ActionValues['status'])}
          options={STATUSES.map((value) => ({ value, label: read(`status.${value}`) }))}
        />
        <TextArea {...text('followUp')} published rows={3} />
        <TextArea {...text('result')} published hint={t('form.resultHint')} rows={3} />
      </Part>
    </Form>
  );
}

const labelOf = (name: Exclude<keyof ActionValues, 'revision' | 'status' | 'funding'>) =>
  name === 'goalId' ? 'goal' : name === 'economyAmount' ? 'amount' : name;

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="mv-form-part">
      <legend className="ds-heading" data-size="xs">
        {title}
      </legend>
      {children}
    </fieldset>
  );
}
