import { LIMITS } from '@medvind/contracts';
import type { Schema } from '@medvind/api-client';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from '../../i18n/use-translation.js';
import { useForm } from '../../lib/form.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Details } from '../../ui/details.js';
import { Form } from '../../ui/form.js';
import { Heading } from '../../ui/heading.js';
import { Page } from '../../ui/page.js';
import { TextArea } from '../../ui/text-area.js';
import { TextField } from '../../ui/text-field.js';
import { Time } from '../../ui/time.js';
import { useToast } from '../../ui/toast.js';
import { changeRemindersMutation, remindersQuery } from './api/reminders.js';
import { changeTemplateMutation, templatesQuery } from './api/templates.js';

export const load = ({ params: { municipality = '' }, get }: LoadContext) =>
  Promise.all([get(templatesQuery(municipality)), get(remindersQuery(municipality))]);

/** The municipality's own words for what moderators decide, and when they are reminded of what waits. */
export default function ReasonsPage() {
  const { t } = useTranslation('moderation-admin');
  const { t: administration } = useTranslation('administration');
  const { slug } = useMunicipality();
  const path = usePath();
  const { items, language } = useSuspenseQuery(templatesQuery(slug)).data;
  return (
    <Page
      title={t('reasons.title')}
      lead={t('reasons.lead')}
      breadcrumbs={[{ label: administration('title'), to: path('admin') }]}
      width="text"
      hidden
    >
      {([false, true] as const).map((legal) => (
        <section key={String(legal)} className="mv-flow" aria-labelledby={`reasons-${legal}`}>
          <Heading level={2} size="xs" id={`reasons-${legal}`}>
            {t(legal ? 'reasons.legal' : 'reasons.conduct')}
          </Heading>
          <div>
            {items
              .filter((template) => template.legal === legal)
              .map((template) => (
                <Template
                  key={`${template.code}-${template.version}`}
                  municipality={slug}
                  template={template}
                  language={language}
                />
              ))}
          </div>
        </section>
      ))}
      <Reminders municipality={slug} />
    </Page>
  );
}

interface TemplateProps {
  municipality: string;
  template: Schema<'ReasonTemplateView'>;
  language: string;
}

function Template({ municipality, template, language }: TemplateProps) {
  const { t } = useTranslation('moderation-admin');
  const { t: reports } = useTranslation('reports');
  const client = useQueryClient();
  const toast = useToast();
  const { code, version, changedAt, text, law } = template;
  const reason = reports(`reasons.${code}`);
  const { mutateAsync } = useMutation(changeTemplateMutation(municipality, code));
  const form = useForm({
    within: code,
    draft: `reason:${municipality}:${code}:${version}`,
    initial: { text, law },
    submit: (values) => mutateAsync({ ...values, version }),
    after: 'keep',
    done: (changed) => {
      client.setQueryData(templatesQuery(municipality).queryKey, changed);
      toast(t('reasons.saved', { reason }));
    },
  });
  return (
    <Details summary={reason}>
      <p className="mv-note">
        {version === 0 ? t('reasons.original') : t('reasons.version', { version })}
        {changedAt && (
          <>
            {' · '}
            {t('reasons.changed')} <Time at={changedAt} style="moment" />
          </>
        )}
      </p>
      <Form form={form} submit={t('reasons.save', { reason })} label={reason}>
        <TextArea
          {...form.field('text', t('reasons.text'))}
          rows={3}
          lang={language}
          max={LIMITS.reason.max}
        />
        <TextField
          {...form.field('law', t('reasons.law'))}
          hint={t('reasons.lawHint')}
          autoComplete="off"
          optional
        />
      </Form>
    </Details>
  );
}

function Reminders({ municipality }: { municipality: string }) {
  const { t } = useTranslation('moderation-admin');
  const client = useQueryClient();
  const toast = useToast();
  const { waitingHours } = useSuspenseQuery(remindersQuery(municipality)).data;
  const { mutateAsync } = useMutation(changeRemindersMutation(municipality));
  const form = useForm({
    initial: { waitingHours: waitingHours === null ? '' : String(waitingHours) },
    submit: (values) =>
      mutateAsync({ waitingHours: values.waitingHours.trim() === '' ? null : Number(values.waitingHours) }),
    after: 'keep',
    done: (changed) => {
      client.setQueryData(remindersQuery(municipality).queryKey, changed);
      toast(t('reminder.saved'));
    },
  });
  return (
    <section className="mv-flow" aria-labelledby="reminders">
      <Heading level={2} size="xs" id="reminders">
        {t('reminder.title')}
      </Heading>
      <Form form={form} submit={t('reminder.save')}>
        <TextField
          {...form.field('waitingHours', t('reminder.hours'))}
          hint={t('reminder.hint')}
          type="number"
          min={1}
          max={720}
          width="short"
          optional
        />
      </Form>
    </section>
  );
}
