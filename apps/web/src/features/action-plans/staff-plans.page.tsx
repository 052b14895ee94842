import { useInfiniteQuery, useMutation, useSuspenseQuery } from '@tanstack/react-query';
import type { Schema } from '@medvind/api-client';
import { useNavigate } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useForm } from '../../lib/form.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Form } from '../../ui/form.js';
import { Heading } from '../../ui/heading.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { Select } from '../../ui/select.js';
import { ShowMore } from '../../ui/show-more.js';
import { Table } from '../../ui/table.js';
import { Tag } from '../../ui/tag.js';
import { TextField } from '../../ui/text-field.js';
import { createPlan } from './api/create-plan.js';
import { policyChoicesQuery } from './api/policy-choices.js';
import { staffPlansQuery } from './api/staff-plans.js';

export const load = ({ params, get, getPages }: LoadContext) =>
  Promise.all([
    getPages(staffPlansQuery(params.municipality ?? '')),
    get(policyChoicesQuery(params.municipality ?? '')),
  ]);

export default function StaffPlansPage() {
  const { t } = useTranslation('action-plans-staff');
  const { slug } = useMunicipality();
  const { data, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(staffPlansQuery(slug));
  const plans = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page title={t('list.title')} lead={t('list.lead')} width="wide" hidden>
      {plans.length === 0 ? (
        <EmptyState title={t('list.none')}>{t('list.noneText')}</EmptyState>
      ) : (
        <PlanTable plans={plans} />
      )}
      <ShowMore
        next={data?.pages.at(-1)?.next}
        busy={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
      <NewPlan />
    </Page>
  );
}

function PlanTable({ plans }: { plans: Schema<'PlanSummary'>[] }) {
  const { t } = useTranslation('action-plans-staff');
  const { language } = useMunicipality();
  const path = usePath();
  return (
    <Table
      caption={t('list.caption')}
      rows={plans}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'plan',
          head: t('list.plan'),
          cell: ({ id, title }) => (
            <Link to={path('staff', 'plans', id)} lang={language}>
              {title}
            </Link>
          ),
        },
        {
          key: 'policy',
          head: t('list.policy'),
          cell: ({ policy }) => <span lang={language}>{policy.title}</span>,
        },
        { key: 'year', head: t('list.year'), cell: ({ year }) => String(year) },
        {
          key: 'state',
          head: t('list.state'),
          cell: ({ publishedAt }) =>
            publishedAt ? (
              <Tag color="success" icon="success">
                {t('list.published')}
              </Tag>
            ) : (
              <Tag icon="lock">{t('list.draft')}</Tag>
            ),
        },
        { key: 'actions', head: t('list.actions'), cell: ({ actionCount }) => actionCount, numeric: true },
      ]}
    />
  );
}

/** Plans are made in the year before they apply. */
const nextYear = () => new Date().getFullYear() + 1;

function NewPlan() {
  const { t } = useTranslation('action-plans-staff');
  const { slug } = useMunicipality();
  const path = usePath();
  const navigate = useNavigate();
  const { items: policies } = useSuspenseQuery(policyChoicesQuery(slug)).data;
  const { mutateAsync } = useMutation(createPlan(slug));
  const form = useForm({
    draft: `plan:new:${slug}`,
    initial: {
      policyId: '',
      year: String(nextYear()),
      title: t('create.proposed', { year: String(nextYear()) }),
    },
    submit: ({ policyId, year, title }) => mutateAsync({ policyId, year: Number(year), title }),
    done: ({ id }) => void navigate(path('staff', 'plans', id)),
  });
  const year = form.field('year', t('create.year'));
  return (
    <section className="mv-flow" aria-labelledby="new">
      <Heading level={2} id="new">
        {t('create.title')}
      </Heading>
      <Form form={form} submit={t('create.submit')}>
        <Select
          {...form.field('policyId', t('create.policy'))}
          options={policies.map(({ id, title }) => ({ value: id, label: title }))}
          placeholder={t('create.choosePolicy')}
        />
        <TextField
          {...year}
          hint={form.problem?.code === 'plan-exists' ? t('app:errors.plan-exists') : undefined}
          onChange={(value) => {
            // The proposed title follows the year until somebody writes one of their own.
            if (form.values.title === t('create.proposed', { year: form.values.year }))
              form.set('title', t('create.proposed', { year: value }));
            year.onChange(value);
          }}
          type="number"
          inputMode="numeric"
          min={2000}
          max={2100}
          width="short"
        />
        <TextField
          {...form.field('title', t('create.name'))}
          hint={t('create.nameHint', { year: form.values.year })}
        />
      </Form>
    </section>
  );
}
