import { EVIDENCES, GROUPS, type FieldProblem } from '@medvind/contracts';
import { useTranslation } from '../../../i18n/use-translation.js';
import type { Form as FormState } from '../../../lib/form.js';
import { Button } from '../../../ui/button.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { CheckboxGroup, RadioGroup } from '../../../ui/choices.js';
import { Form } from '../../../ui/form.js';
import { Select } from '../../../ui/select.js';
import { TextArea } from '../../../ui/text-area.js';
import { TextField } from '../../../ui/text-field.js';
import { hasMajority, hasMost, METHODS, type VoteDraftValues } from '../vote-draft.values.js';

const KINDS = ['for-against', 'choose', 'ranking', 'scores', 'allotment'] as const;
const MAJORITIES = ['most', 'half', 'half-of-all', 'two-thirds'] as const;

/** A vote as staff write it down. */
export function VoteForm({ form: asked, submit }: { form: FormState<VoteDraftValues>; submit: string }) {
  const { t } = useTranslation('votes-staff');
  const form = useWorded(asked);
  const { t: say } = useTranslation('votes');
  const { t: groups } = useTranslation('initiative-rule');
  const { kind, method } = form.values;
  const methods = METHODS[kind];
  const chosen = methods.find((one) => one === method) ?? methods[0];
  return (
    <Form form={form} submit={submit}>
      <TextField {...form.field('question', t('question'))} hint={t('questionHint')} published />
      <TextArea
        {...form.field('text', t('text'))}
        hint={t('textHint')}
        optional
        rows={5}
        max={4000}
        published
      />
      <RadioGroup
        {...form.field('kind', t('kind'))}
        onChange={(value) => form.set('kind', KINDS.find((one) => one === value) ?? 'for-against')}
        options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`), hint: t(`kindHints.${value}`) }))}
      />
      {methods.length > 1 && (
        <RadioGroup
          {...form.field('method', t('method'))}
          value={chosen}
          options={methods.map((value) => ({
            value,
            label: t(`methods.${value}`),
            hint: say(`result.method.${value}`),
          }))}
        />
      )}
      {kind !== 'for-against' && <OptionRows form={form} />}
      {hasMost(kind) && !(kind === 'choose' && chosen === 'plurality') && (
        <TextField
          {...form.field('most', t(`most.${kind === 'choose' || kind === 'scores' ? kind : 'allotment'}`))}
          inputMode="numeric"
          width="short"
        />
      )}
      {hasMajority(kind) && (
        <Select
          {...form.field('majority', t('majority'))}
          onChange={(value) => form.set('majority', MAJORITIES.find((one) => one === value) ?? 'most')}
          options={MAJORITIES.map((value) => ({ value, label: t(`majorities.${value}`) }))}
        />
      )}
      <TextField
        {...form.field('quorum', t('quorum'))}
        hint={t('quorumHint')}
        inputMode="numeric"
        width="short"
        optional
      />
      <fieldset className="mv-group">
        <legend>{t('voters')}</legend>
        <CheckboxGroup
          {...form.field('voterGroups', t('voterGroups'))}
          problem={form.field('voter.groups' as 'voterGroups', t('voterGroups')).problem}
          options={GROUPS.map((value) => ({ value, label: groups(`groups.${value}`) }))}
        />
        <TextField {...form.field('minAge', t('minAge'))} inputMode="numeric" width="short" optional />
        <Select
          {...form.field('evidence', groups('fields.evidence'))}
          options={EVIDENCES.map((value) => ({ value, label: groups(`evidences.${value}`) }))}
        />
      </fieldset>
      <Checkbox {...form.field('hidden', t('hidden'))} hint={t('hiddenHint')} />
      <TextField {...form.field('opensAt', t('opensAt'))} type="datetime-local" width="short" />
      <TextField {...form.field('closesAt', t('closesAt'))} type="datetime-local" width="short" />
    </Form>
  );
}

/** Why no more can be chosen, where "2 or less" alone would say nothing. */
function useWorded(form: FormState<VoteDraftValues>): FormState<VoteDraftValues> {
  const { t } = useTranslation('votes-staff');
  const worded = <Fault extends FieldProblem>(fault: Fault): Fault =>
    fault.field === 'most' && fault.code === 'too-large' && form.values.kind === 'choose'
      ? {
          ...fault,
          limits: { ...fault.limits, said: t('most.answers', { count: Number(fault.limits?.max) }) },
        }
      : fault;
  return {
    ...form,
    faults: form.faults.map(worded),
    field: (name, label) => {
      const field = form.field(name, label);
      return { ...field, problem: field.problem && worded(field.problem) };
    },
  };
}

function OptionRows({ form }: { form: FormState<VoteDraftValues> }) {
  const { t } = useTranslation('votes-staff');
  const { options } = form.values;
  const { problem } = form.field('options', t('options'));
  const field = (index: number, key: 'title' | 'text', label: string) => {
    const name = `options.${index}.${key}`;
    // The form knows the list as one value; by this it learns what the summary of errors calls the part.
    const fault = form.field(name as 'options', `${t('optionN', { n: index + 1 })}: ${label}`).problem;
    return {
      name,
      label,
      value: options[index]?.[key] ?? '',
      ...((fault ?? (index === 0 && key === 'title' ? problem : undefined)) && {
        problem: fault ?? problem!,
      }),
      onChange: (value: string) =>
        form.set(
          'options',
          options.map((row, at) => (at === index ? { ...row, [key]: value } : row)),
        ),
    };
  };
  return (
    <fieldset className="mv-choices">
      <legend className="ds-label" data-weight="medium">
        {t('options')}
      </legend>
      {options.map((_, index) => (
        <fieldset key={index} className="mv-option-row">
          <legend>{t('optionN', { n: index + 1 })}</legend>
          <TextField {...field(index, 'title', t('optionTitle'))} published />
          <TextField {...field(index, 'text', t('optionText'))} optional published />
          {options.length > 2 && (
            <Button
              variant="tertiary"
              color="neutral"
              size="sm"
              icon="close"
              onClick={() => form.set('options', options.toSpliced(index, 1))}
            >
              {t('optionRemove', { n: index + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      <div>
        <Button
          variant="secondary"
          size="sm"
          icon="plus"
          onClick={() => form.set('options', [...options, { title: '', text: '' }])}
        >
          {t('optionAdd')}
        </Button>
      </div>
    </fieldset>
  );
}
