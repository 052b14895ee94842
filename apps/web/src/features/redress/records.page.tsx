import type { Schema } from '@medvind/api-client';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from '../../i18n/use-translation.js';
import { useForm } from '../../lib/form.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Checkbox } from '../../ui/checkbox.js';
import { RadioGroup } from '../../ui/choices.js';
import { Form } from '../../ui/form.js';
import { Heading } from '../../ui/heading.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { TextField } from '../../ui/text-field.js';
import { orderRecord, recordsQuery } from './api/records.js';
import { MadeRecords } from './components/made-records.js';

export const load = ({ params: { municipality = '' }, get }: LoadContext) => get(recordsQuery(municipality));

const SCOPES = ['thread', 'person'] as const;

/** For a request for access: what was said in a thread or by a person, and everything that happened to it. */
export default function RecordsPage() {
  const { t } = useTranslation('records');
  const { slug, can } = useMunicipality();
  const path = usePath();
  const { items } = useSuspenseQuery(recordsQuery(slug)).data;
  const { mutateAsync } = useMutation(orderRecord(slug));
  const form = useForm({
    draft: `records:${slug}`,
    initial: {
      scope: 'thread' as Schema<'RecordSubject'>,
      about: '',
      caseNumber: '',
      withQuarantine: false,
    },
    submit: (wish) => mutateAsync(wish),
  });
  const scope = form.field('scope', t('form.scope'));
  return (
    <Page title={t('title')} lead={t('lead')} width="text" hidden>
      <Form form={form} submit={t('form.submit')}>
        <RadioGroup
          {...scope}
          onChange={(value) => scope.onChange(SCOPES.find((known) => known === value) ?? 'thread')}
          options={SCOPES.map((value) => ({
            value,
            label: t(`form.scopes.${value}`),
            hint: t(`form.scopeHints.${value}`),
          }))}
        />
        <TextField {...form.field('about', t('form.about'))} hint={t('form.aboutHint')} />
        <p>
          <Link to={path('search')}>{t('form.find')}</Link>
        </p>
        <TextField {...form.field('caseNumber', t('form.caseNumber'))} optional width="short" />
        {can.administer && (
          <Checkbox
            {...form.field('withQuarantine', t('form.withQuarantine'))}
            hint={t('form.withQuarantineHint')}
          />
        )}
      </Form>
      {items.length > 0 && (
        <section className="mv-flow" aria-labelledby="made">
          <Heading level={2} size="xs" id="made">
            {t('made')}
          </Heading>
          <MadeRecords items={items} />
        </section>
      )}
    </Page>
  );
}
