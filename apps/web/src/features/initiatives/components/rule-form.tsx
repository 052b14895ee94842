import type { Schema } from '@medvind/api-client';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { RadioGroup } from '../../../ui/choices.js';
import { Form } from '../../../ui/form.js';
import { Select } from '../../../ui/select.js';
import { TextField } from '../../../ui/text-field.js';
import { useToast } from '../../../ui/toast.js';
import { changeRuleMutation } from '../api/rule.js';
import { RULE_PRESETS } from '../rule.presets.js';

/** An empty field is sent as it is: the API says which one is missing. */
const numberOf = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed));

export function RuleForm({ rule }: { rule: Schema<'InitiativeRuleView'> }) {
  const { t } = useTranslation('initiative-rule');
  const { slug } = useMunicipality();
  const toast = useToast();
  const { mutateAsync } = useMutation(changeRuleMutation(slug));
  const form = useForm({
    draft: `initiative-rule:${slug}`,
    initial: {
      threshold: rule.threshold === null ? '' : String(rule.threshold),
      ends: rule.closesOn === null ? 'after' : 'on',
      windowDays: rule.windowDays === null ? '' : String(rule.windowDays),
      closesOn: rule.closesOn ?? '',
    },
    submit: ({ threshold, ends, windowDays, closesOn }) =>
      mutateAsync({
        threshold: numberOf(threshold) as number,
        ...(ends === 'after' ? { windowDays: numberOf(windowDays) } : { closesOn }),
      }),
    after: 'keep',
    done: () => toast(t('done')),
  });
  const choose = (key: string) => {
    const preset = RULE_PRESETS.find((known) => known.key === key);
    if (!preset) return;
    form.set('threshold', String(preset.threshold));
    form.set('ends', 'after');
    form.set('windowDays', String(preset.windowDays));
  };
  return (
    <Form form={form} submit={t('submit')}>
      <Select
        name="preset"
        label={t('preset')}
        hint={t('presetHint')}
        placeholder={t('presetNone')}
        options={RULE_PRESETS.map(({ key }) => ({ value: key, label: t(`presets.${key}`) }))}
        value={chosen(form.values)}
        onChange={choose}
        optional
      />
      <TextField {...form.field('threshold', t('thresholdField'))} inputMode="numeric" width="short" />
      <RadioGroup
        {...form.field('ends', t('ends'))}
        options={[
          { value: 'after', label: t('endsAfter') },
          { value: 'on', label: t('endsOn') },
        ]}
      />
      {form.values.ends === 'after' ? (
        <TextField
          key="days"
          {...form.field('windowDays', t('windowDays'))}
          inputMode="numeric"
          width="short"
        />
      ) : (
        <TextField key="day" {...form.field('closesOn', t('lastDay'))} type="date" width="short" />
      )}
    </Form>
  );
}

/** The scheme the fields say, also when nobody chose it. */
const chosen = ({
  threshold,
  ends,
  windowDays,
}: {
  threshold: string;
  ends: string;
  windowDays: string;
}): string =>
  RULE_PRESETS.find(
    (preset) =>
      ends === 'after' && String(preset.threshold) === threshold && String(preset.windowDays) === windowDays,
  )?.key ?? '';
