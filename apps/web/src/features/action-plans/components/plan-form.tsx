import { LIMITS } from '@medvind/contracts';
import type { Schema } from '@medvind/api-client';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Form } from '../../../ui/form.js';
import { Heading } from '../../../ui/heading.js';
import { Select } from '../../../ui/select.js';
import { TextArea } from '../../../ui/text-area.js';
import { TextField } from '../../../ui/text-field.js';
import { useToast } from '../../../ui/toast.js';
import { editPlan } from '../api/edit-plan.js';
import { planQuery } from '../api/plan.js';
import { unitChoicesQuery } from '../api/unit-choices.js';
import { NewerVersion } from './newer-version.js';

type Plan = Schema<'PlanView'>;

const valuesOf = (plan: Plan) => ({
  title: plan.title,
  year: String(plan.year),
  ownerUnitId: plan.ownerUnit?.id ?? '',
  caseNumber: plan.caseNumber,
  adoptedBy: plan.adoptedBy,
  adoptedOn: plan.adoptedOn ?? '',
  introduction: plan.introduction,
  visionRelation: plan.visionRelation,
  moneyNote: plan.moneyNote,
  followUp: plan.followUp,
  evaluation: plan.evaluation,
  revision: plan.revision,
});

/** The document's front page, and its texts before and after the actions. */
export function PlanForm({ plan }: { plan: Plan }) {
  const { t } = useTranslation('action-plans-staff');
  const { slug, language } = useMunicipality();
  const { items: units } = useSuspenseQuery(unitChoicesQuery(slug)).data;
  const client = useQueryClient();
  const toast = useToast();
  const { mutateAsync } = useMutation(editPlan(slug, plan.id));
  const form = useForm({
    draft: `plan:${plan.id}`,
    initial: valuesOf(plan),
    after: 'keep',
    submit: ({ year, ownerUnitId, adoptedOn, ...texts }) =>
      mutateAsync({
        ...texts,
        year: Number(year),
        ownerUnitId: ownerUnitId || null,
        adoptedOn: adoptedOn || null,
      }),
    done: (saved) => {
      form.reset(valuesOf(saved));
      toast(t('saved'));
    },
  });
  const text = (name: 'introduction' | 'visionRelation' | 'moneyNote' | 'followUp' | 'evaluation') => ({
    ...form.field(name, t(`plan.${name}`)),
    lang: language,
    optional: true,
  });
  return (
    <section className="mv-flow" aria-labelledby="texts">
      <Heading level={2} id="texts">
        {t('plan.title')}
      </Heading>
      <p className="mv-note">{t('plan.lead')}</p>
      <Form
        form={form}
        submit={t('plan.save')}
        secondary={
          <NewerVersion
            form={form}
            fetch={async () =>
              form.reset(valuesOf(await client.query({ ...planQuery(slug, plan.id), staleTime: 0 })))
            }
          />
        }
      >
        <TextField {...form.field('title', t('plan.name'))} published />
        <TextField
          {...form.field('year', t('plan.year'))}
          hint={form.problem?.code === 'plan-exists' ? t('app:errors.plan-exists') : undefined}
          type="number"
          inputMode="numeric"
          min={2000}
          max={2100}
          width="short"
        />
        <Select
          {...form.field('ownerUnitId', t('plan.ownerUnit'))}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          placeholder={t('plan.noUnit')}
          optional
        />
        <TextField {...form.field('caseNumber', t('plan.caseNumber'))} width="short" optional />
        <TextField {...form.field('adoptedBy', t('plan.adoptedBy'))} optional />
        <TextField {...form.field('adoptedOn', t('plan.adoptedOn'))} type="date" width="short" optional />
        <TextArea {...text('introduction')} published max={LIMITS.text.max} />
        <TextArea {...text('visionRelation')} published max={LIMITS.text.max} />
        <TextArea {...text('moneyNote')} published rows={3} hint={t('plan.moneyNoteHint')} />
        <TextArea {...text('followUp')} published hint={t('plan.followUpHint')} />
        <TextArea {...text('evaluation')} published />
      </Form>
    </section>
  );
}
