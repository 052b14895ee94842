import type { Schema } from '@medvind/api-client';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { CheckboxGroup, RadioGroup } from '../../../ui/choices.js';
import { Form } from '../../../ui/form.js';
import { Heading } from '../../../ui/heading.js';
import { TextArea } from '../../../ui/text-area.js';
import { TextField } from '../../../ui/text-field.js';
import { useToast } from '../../../ui/toast.js';
import { changeContributionRulesMutation } from '../api/contribution-rules.js';
import { getRulesFaults, rulesOf, valuesOf, type RulesValues } from '../rules-values.js';
import { RuleSentences } from './rule-sentences.js';

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const LIMITS = ['perMinute', 'perHour', 'duplicateHours', 'floodPeople'] as const;

/** Says, while one chooses, what it will mean for those who write. */
export function RulesForm({ rules }: { rules: Schema<'ContributionRulesView'> }) {
  const { t } = useTranslation('contribution-rules');
  const { slug, language } = useMunicipality();
  const toast = useToast();
  const { mutateAsync } = useMutation(changeContributionRulesMutation(slug));
  const form = useForm<RulesValues, unknown>({
    draft: `contribution-rules:${slug}:${rules.version}`,
    initial: valuesOf(rules),
    check: getRulesFaults,
    submit: (values) => mutateAsync(rulesOf(values, rules.version)),
    after: 'keep',
    done: () => toast(t('form.done')),
  });
  const { values } = form;
  return (
    <Form form={form} submit={t('form.submit')}>
      <RadioGroup
        {...form.field('before', t('form.before'))}
        onChange={(before) => form.set('before', before === 'yes' ? 'yes' : 'no')}
        options={[
          { value: 'no', label: t('form.beforeNo'), hint: t('form.beforeNoHint') },
          { value: 'yes', label: t('form.beforeYes'), hint: t('form.beforeYesHint') },
        ]}
      />
      {values.before === 'no' && (
        <fieldset className="mv-group">
          <legend>{t('form.only')}</legend>
          <Checkbox {...form.field('newAccounts', t('form.newAccounts'))} />
          {values.newAccounts && (
            <TextField
              {...form.field('newAccountDays', t('form.newAccountDays'))}
              inputMode="numeric"
              width="short"
            />
          )}
          <Checkbox {...form.field('holdLinks', t('form.holdLinks'))} />
          <Checkbox {...form.field('outside', t('form.outside'))} />
          {values.outside && (
            <>
              <CheckboxGroup
                {...form.field('officeHours.days', t('form.days'))}
                options={DAYS.map((day) => ({ value: String(day), label: t(`days.${day}`) }))}
              />
              <TextField {...form.field('officeHours.from', t('form.from'))} type="time" width="short" />
              <TextField {...form.field('officeHours.to', t('form.to'))} type="time" width="short" />
              <TextArea
                {...form.field('officeHours.closed', t('form.closed'))}
                hint={t('form.closedHint')}
                rows={3}
                optional
              />
            </>
          )}
        </fieldset>
      )}
      <fieldset className="mv-group">
        <legend>{t('form.words')}</legend>
        <p className="mv-note">{t('form.wordsHint')}</p>
        <TextArea {...form.field('holdWords', t('form.holdWords'))} lang={language} rows={4} optional />
        <TextArea
          {...form.field('refuseWords', t('form.refuseWords'))}
          hint={t('form.refuseWordsHint')}
          lang={language}
          rows={4}
          optional
        />
      </fieldset>
      <fieldset className="mv-group">
        <legend>{t('form.speed')}</legend>
        <p className="mv-note">{t('form.speedHint')}</p>
        {LIMITS.map((name) => (
          <TextField
            key={name}
            {...form.field(name, t(`form.${name}`))}
            inputMode="numeric"
            width="short"
            optional
          />
        ))}
      </fieldset>
      {getRulesFaults(values).length === 0 && (
        <section className="mv-panel" aria-labelledby="preview">
          <Heading level={3} size="2xs" id="preview">
            {t('preview')}
          </Heading>
          <RuleSentences rules={rulesOf(values, rules.version)} />
          <p className="mv-note">{t('except')}</p>
        </section>
      )}
    </Form>
  );
}
