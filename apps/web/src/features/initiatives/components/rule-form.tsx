import { INITIATIVE_OUTCOMES, REJECTIONS, GROUPS, EVIDENCES } from '@medvind/contracts';
import type { Schema } from '@medvind/api-client';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { readDraft } from '../../../lib/drafts.js';
import { useForm, type Form as FormOf } from '../../../lib/form.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { Alert } from '../../../ui/alert.js';
import { Button } from '../../../ui/button.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { CheckboxGroup, RadioGroup } from '../../../ui/choices.js';
import { Form } from '../../../ui/form.js';
import { Heading } from '../../../ui/heading.js';
import { Link } from '../../../ui/link.js';
import { Select } from '../../../ui/select.js';
import { TextArea } from '../../../ui/text-area.js';
import { TextField } from '../../../ui/text-field.js';
import { useToast } from '../../../ui/toast.js';
import { changeRuleMutation } from '../api/rule.js';
import { presetsQuery, untouchedQuery } from '../api/scheme.js';
import { getSchemeFaults, schemeOf, valuesOf, type Scheme, type SchemeValues } from '../scheme-values.js';
import { SchemeSentences } from './scheme-sentences.js';

const MEASURES = ['count', 'percent', 'permille'] as const;
const BASES = ['residents', 'voters', 'over-15'] as const;

type Values = FormOf<SchemeValues>;

/** Every parameter of a scheme, what it comes to in sentences, and what it leaves as it is. */
export function RuleForm({ rule }: { rule: Schema<'InitiativeRuleView'> }) {
  const { t } = useTranslation('initiative-rule');
  const { slug } = useMunicipality();
  const toast = useToast();
  const presets = useSuspenseQuery(presetsQuery(slug)).data.items;
  const { mutateAsync } = useMutation(changeRuleMutation(slug));
  const [preset, setPreset] = useState('');
  const before = rule.scheme ?? presets[0]!.scheme;
  const draft = `initiative-rule:${slug}:${rule.version}`;
  const [isKept, setKept] = useState(false);
  // The server knows of no draft, and what is typed from here on is nobody's news.
  useEffect(() => setKept(readDraft(draft) !== undefined), [draft]);
  const form = useForm<SchemeValues, unknown>({
    draft,
    initial: valuesOf(before),
    check: getSchemeFaults,
    submit: (values) => mutateAsync({ scheme: schemeOf(values, before) }),
    after: 'keep',
    done: () => {
      setKept(false);
      toast(t('done'));
    },
  });
  const startOver = () => {
    form.reset(valuesOf(before));
    setPreset('');
    setKept(false);
    toast(t('startedOver'));
  };
  const choose = (key: string) => {
    setPreset(key);
    const chosen = presets.find((known) => known.key === key);
    if (!chosen) return;
    // What a town knows of itself is not a scheme's to forget.
    const { base, term, name, body } = schemeOf(form.values, before);
    form.reset(valuesOf({ ...chosen.scheme, base, term, ...(rule.scheme && { name, body }) }));
  };
  return (
    <Form form={form} submit={t('submit')} saves>
      <div className="mv-scheme">
        <div className="mv-flow">
          {isKept && (
            <Alert title={t('keptTitle')} live>
              <p>{t('keptText')}</p>
              <Button variant="secondary" size="sm" onClick={startOver}>
                {t('startOver')}
              </Button>
            </Alert>
          )}
          <Select
            name="preset"
            label={t('preset')}
            hint={t('presetHint')}
            placeholder={t('presetNone')}
            options={presets.map(({ key }) => ({ value: key, label: t(`presets.${key}`) }))}
            value={preset}
            onChange={choose}
            optional
          />
          <fieldset className="mv-group">
            <legend>{t('sections.about')}</legend>
            <TextField {...form.field('scheme.name', t('fields.name'))} />
            <TextField {...form.field('scheme.body', t('fields.body'))} />
          </fieldset>
          <fieldset className="mv-group">
            <legend>{t('sections.who')}</legend>
            <Who form={form} at="proposer" />
            <Who form={form} at="supporter" />
          </fieldset>
          <ProposalFields form={form} />
          <SupportFields form={form} />
          <AfterFields form={form} />
          <LimitFields form={form} />
        </div>
        <div className="mv-flow">
          <Meaning scheme={schemeOf(form.values, before)} />
          <Untouched />
        </div>
      </div>
    </Form>
  );
}

function Who({ form, at }: { form: Values; at: 'proposer' | 'supporter' }) {
  const { t } = useTranslation('initiative-rule');
  return (
    <>
      <CheckboxGroup
        {...form.field(`scheme.${at}.groups`, t(`fields.${at}`))}
        options={GROUPS.map((value) => ({ value, label: t(`groups.${value}`) }))}
      />
      <NumberField form={form} name={`scheme.${at}.minAge`} label={t('fields.minAge')} optional />
      <Select
        {...form.field(`scheme.${at}.evidence`, t('fields.evidence'))}
        options={EVIDENCES.map((value) => ({ value, label: t(`evidences.${value}`) }))}
      />
    </>
  );
}

function ProposalFields({ form }: { form: Values }) {
  const { t } = useTranslation('initiative-rule');
  const { values } = form;
  return (
    <fieldset className="mv-group">
      <legend>{t('sections.proposal')}</legend>
      <div className="mv-numbers">
        <NumberField form={form} name="scheme.lengths.title" label={t('fields.titleLength')} />
        <NumberField form={form} name="scheme.lengths.text" label={t('fields.textLength')} />
        <NumberField form={form} name="scheme.lengths.remark" label={t('fields.remarkLength')} />
        <NumberField form={form} name="scheme.images" label={t('fields.images')} />
      </div>
      <div className="mv-numbers">
        <NumberField form={form} name="scheme.coProposers.min" label={t('fields.coMin')} />
        <NumberField form={form} name="scheme.coProposers.max" label={t('fields.coMax')} />
      </div>
      {values['scheme.coProposers.max'] !== '0' && (
        <NumberField form={form} name="scheme.coProposers.days" label={t('fields.coDays')} />
      )}
      <Checkbox {...form.field('scheme.review.before', t('fields.reviewBefore'))} />
      {values['scheme.review.before'] && (
        <NumberField form={form} name="scheme.review.days" label={t('fields.reviewDays')} />
      )}
      <CheckboxGroup
        {...form.field('scheme.rejections', t('fields.rejections'))}
        options={REJECTIONS.map((value) => ({ value, label: t(`rejection.${value}`) }))}
      />
      <Checkbox {...form.field('scheme.rejectionsPublic', t('fields.rejectionsPublic'))} />
      <RadioGroup
        {...form.field('scheme.repeat.rule', t('fields.repeat'))}
        options={[
          { value: 'allowed', label: t('fields.repeatAllowed') },
          { value: 'months', label: t('fields.repeatMonths') },
          { value: 'term', label: t('fields.repeatTerm') },
        ]}
      />
      {values['scheme.repeat.rule'] === 'months' && (
        <NumberField form={form} name="scheme.repeat.months" label={t('fields.repeatCount')} />
      )}
      {values['scheme.repeat.rule'] === 'term' && (
        <>
          <TextField {...form.field('scheme.term.from', t('fields.termFrom'))} type="date" width="short" />
          <TextField {...form.field('scheme.term.to', t('fields.termTo'))} type="date" width="short" />
        </>
      )}
    </fieldset>
  );
}

function SupportFields({ form }: { form: Values }) {
  const { t } = useTranslation('initiative-rule');
  const { values } = form;
  const isTop = values.goesOn === 'top';
  return (
    <fieldset className="mv-group">
      <legend>{t('sections.support')}</legend>
      <RadioGroup
        {...form.field('goesOn', t('fields.goesOn'))}
        onChange={(value) => form.set('goesOn', value === 'top' ? 'top' : 'threshold')}
        options={[
          { value: 'threshold', label: t('fields.goesOnThreshold') },
          { value: 'top', label: t('fields.goesOnTop') },
        ]}
      />
      {isTop ? (
        <>
          <NumberField form={form} name="scheme.top.perMonth" label={t('fields.perMonth')} />
          <NumberField form={form} name="scheme.top.perPolicy" label={t('fields.perPolicy')} />
        </>
      ) : (
        <>
          <PartFields form={form} at="threshold.parts.0" />
          <Checkbox {...form.field('second', t('fields.second'))} />
          {values.second && (
            <>
              <PartFields form={form} at="threshold.parts.1" />
              <RadioGroup
                {...form.field('scheme.threshold.take', t('fields.take'))}
                options={[
                  { value: 'least', label: t('fields.takeLeast') },
                  { value: 'most', label: t('fields.takeMost') },
                ]}
              />
            </>
          )}
          <Checkbox {...form.field('higher', t('fields.higher'))} />
          {values.higher && (
            <>
              <PartFields form={form} at="higher.part" />
              <TextField {...form.field('scheme.higher.leadsTo', t('fields.leadsTo'))} />
            </>
          )}
          <RadioGroup
            {...form.field('ends', t('fields.ends'))}
            onChange={(value) => form.set('ends', value === 'on' ? 'on' : 'after')}
            options={[
              { value: 'after', label: t('fields.endsAfter') },
              { value: 'on', label: t('fields.endsOn') },
            ]}
          />
          {values.ends === 'after' ? (
            <>
              <TextField
                {...form.field('scheme.window.choices', t('fields.choices'))}
                hint={t('fields.choicesHint')}
                width="short"
              />
              <Select
                {...form.field('scheme.window.unit', t('fields.unit'))}
                options={(['days', 'months'] as const).map((value) => ({
                  value,
                  label: t(`units.${value}`),
                }))}
              />
            </>
          ) : (
            <TextField
              {...form.field('scheme.window.closesOn', t('fields.closesOn'))}
              type="date"
              width="short"
            />
          )}
        </>
      )}
      {needsBase(values) && (
        <>
          <NumberField form={form} name="scheme.base.residents" label={t('fields.residents')} optional />
          <NumberField form={form} name="scheme.base.voters" label={t('fields.voters')} optional />
          <NumberField form={form} name="scheme.base.over15" label={t('fields.over15')} optional />
          <TextField
            {...form.field('scheme.base.countedOn', t('fields.countedOn'))}
            type="date"
            width="short"
          />
        </>
      )}
      <RadioGroup
        {...form.field('scheme.ballot', t('fields.ballot'))}
        options={[
          { value: 'support', label: t('fields.ballotSupport') },
          { value: 'for-against-blank', label: t('fields.ballotStances') },
        ]}
      />
      <RadioGroup
        {...form.field('scheme.withdrawal', t('fields.withdrawal'))}
        options={[
          { value: 'until-end', label: t('fields.untilEnd') },
          { value: 'until-reached', label: t('fields.untilReached') },
        ]}
      />
      <Checkbox {...form.field('scheme.namesShown', t('fields.namesShown'))} />
      <Checkbox {...form.field('scheme.paper', t('fields.paper'))} />
      {form.values['scheme.paper'] && (
        <NumberField form={form} name="scheme.paperDays" label={t('fields.paperDays')} />
      )}
      <NumberField form={form} name="scheme.retentionMonths" label={t('fields.retentionMonths')} />
    </fieldset>
  );
}

const PARTS = ['threshold.parts.0', 'threshold.parts.1', 'higher.part'] as const;

/** A share of a population cannot be counted without it. */
const needsBase = (values: SchemeValues): boolean =>
  PARTS.some(
    (at, index) =>
      values[`scheme.${at}.measure`] !== 'count' &&
      (index === 0 ? values.goesOn === 'threshold' : index === 1 ? values.second : values.higher),
  );

function PartFields({ form, at }: { form: Values; at: (typeof PARTS)[number] }) {
  const { t } = useTranslation('initiative-rule');
  return (
    <>
      <Select
        {...form.field(`scheme.${at}.measure`, t('fields.measure'))}
        options={MEASURES.map((value) => ({ value, label: t(`measures.${value}`) }))}
      />
      <NumberField form={form} name={`scheme.${at}.value`} label={t('fields.value')} />
      {form.values[`scheme.${at}.measure`] !== 'count' && (
        <Select
          {...form.field(`scheme.${at}.base`, t('fields.base'))}
          options={BASES.map((value) => ({ value, label: t(`bases.${value}`) }))}
        />
      )}
    </>
  );
}

function AfterFields({ form }: { form: Values }) {
  const { t } = useTranslation('initiative-rule');
  const { t: answers } = useTranslation('initiatives');
  return (
    <fieldset className="mv-group">
      <legend>{t('sections.after')}</legend>
      <RadioGroup
        {...form.field('scheme.handOver', t('fields.handOver'))}
        options={[
          { value: 'at-once', label: t('fields.atOnce') },
          { value: 'at-end', label: t('fields.atEnd') },
        ]}
      />
      {form.values['scheme.handOver'] === 'at-once' && (
        <Checkbox {...form.field('scheme.continues', t('fields.continues'))} />
      )}
      <NumberField form={form} name="scheme.decision.months" label={t('fields.decisionMonths')} optional />
      <NumberField
        form={form}
        name="scheme.decision.extensionMonths"
        label={t('fields.extensionMonths')}
        optional
      />
      <NumberField form={form} name="scheme.decision.noticeDays" label={t('fields.noticeDays')} optional />
      <NumberField form={form} name="scheme.decision.reportsPerYear" label={t('fields.reportsPerYear')} />
      <CheckboxGroup
        {...form.field('scheme.outcomes', t('fields.outcomes'))}
        options={INITIATIVE_OUTCOMES.map((value) => ({ value, label: answers(`answer.outcome.${value}`) }))}
      />
      <RadioGroup
        {...form.field('scheme.failure', t('fields.failure'))}
        options={[
          { value: 'closed', label: t('fields.failureClosed') },
          { value: 'reported', label: t('fields.failureReported') },
          { value: 'deleted', label: t('fields.failureDeleted') },
        ]}
      />
    </fieldset>
  );
}

function LimitFields({ form }: { form: Values }) {
  const { t } = useTranslation('initiative-rule');
  return (
    <fieldset className="mv-group">
      <legend>{t('sections.limits')}</legend>
      <TextArea
        {...form.field('scheme.exempt', t('fields.exempt'))}
        hint={t('fields.exemptHint')}
        rows={3}
        optional
      />
      <TextArea
        {...form.field('scheme.blackouts', t('fields.blackouts'))}
        hint={t('fields.blackoutsHint')}
        rows={3}
        optional
      />
    </fieldset>
  );
}

type NumberName = {
  [Name in keyof SchemeValues]: SchemeValues[Name] extends string ? Name : never;
}[keyof SchemeValues];

function NumberField({
  form,
  name,
  label,
  optional,
}: {
  form: Values;
  name: NumberName;
  label: string;
  optional?: boolean;
}) {
  return <TextField {...form.field(name, label)} inputMode="numeric" width="short" optional={optional} />;
}

function Meaning({ scheme }: { scheme: Scheme }) {
  const { t } = useTranslation('initiative-rule');
  return (
    <section className="mv-panel" aria-labelledby="meaning">
      <Heading level={3} size="2xs" id="meaning">
        {t('meaning')}
      </Heading>
      <SchemeSentences scheme={scheme} />
    </section>
  );
}

/** What is open keeps its rules, whatever is changed now. */
function Untouched() {
  const { t } = useTranslation('initiative-rule');
  const { slug } = useMunicipality();
  const path = usePath();
  const { count, items } = useSuspenseQuery(untouchedQuery(slug)).data;
  return (
    <section className="mv-panel" aria-labelledby="untouched">
      <Heading level={3} size="2xs" id="untouched">
        {t('untouchedTitle')}
      </Heading>
      <p>{t('untouched', { count })}</p>
      {items.length > 0 && (
        <ul className="ds-list">
          {items.map(({ id, reference, title, version }) => (
            <li key={id}>
              <Link to={path('initiatives', id)}>
                {reference} {title}
              </Link>{' '}
              <span className="mv-note">({t('version_of', { version })})</span>
            </li>
          ))}
          {count > items.length && <li>{t('andMore')}</li>}
        </ul>
      )}
    </section>
  );
}
