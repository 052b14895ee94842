import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from '../../i18n/use-translation.js';
import { useForm } from '../../lib/form.js';
import { municipalityQuery, useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Form } from '../../ui/form.js';
import { Page } from '../../ui/page.js';
import { TextArea } from '../../ui/text-area.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { changeSettingsMutation, settingsQuery } from './api/settings.js';
import { settingsOf, valuesOf } from './settings-values.js';

export const load = ({ params, get }: LoadContext) => get(settingsQuery(params.municipality ?? ''));

export default function SettingsPage() {
  const { t } = useTranslation('administration');
  const { slug, language } = useMunicipality();
  const path = usePath();
  const toast = useToast();
  const client = useQueryClient();
  const settings = useSuspenseQuery(settingsQuery(slug)).data;
  const { mutateAsync } = useMutation(changeSettingsMutation(slug));
  const form = useForm({
    draft: `settings:${slug}`,
    initial: valuesOf(settings),
    after: 'keep',
    submit: (values) => mutateAsync(settingsOf(values)),
    done: (changed) => {
      client.setQueryData(settingsQuery(slug).queryKey, changed);
      void client.invalidateQueries({ queryKey: municipalityQuery(slug).queryKey });
      // Host names come back as browsers write them.
      form.reset(valuesOf(changed));
      toast(t('saved'));
    },
  });
  return (
    <Page
      title={t('settings.title')}
      lead={t('settings.lead')}
      width="text"
      breadcrumbs={[{ label: t('title'), to: path('admin') }]}
      hidden
    >
      <Form form={form} submit={t('app:form.save')}>
        <fieldset className="mv-group">
          <legend>{t('settings.contact')}</legend>
          <p className="mv-note">{t('settings.contactHint')}</p>
          <TextField {...form.field('contact.unit', t('settings.unit'))} optional />
          <TextField {...form.field('contact.address', t('settings.address'))} autoComplete="off" />
          <TextField {...form.field('contact.phone', t('settings.phone'))} type="tel" autoComplete="off" />
          <TextField {...form.field('contact.email', t('settings.email'))} type="email" autoComplete="off" />
        </fieldset>
        <fieldset className="mv-group">
          <legend>{t('settings.vision')}</legend>
          <p className="mv-note">{t('settings.visionHint')}</p>
          <TextField {...form.field('visionTitle', t('settings.visionTitle'))} optional />
          <TextArea
            {...form.field('visionText', t('settings.visionText'))}
            max={2000}
            lang={language}
            optional
          />
        </fieldset>
        <fieldset className="mv-group">
          <legend>{t('settings.service')}</legend>
          <TextField
            {...form.field('commentEditMinutes', t('settings.minutes'))}
            hint={t('settings.minutesHint')}
            type="number"
            min={0}
            max={1440}
            width="short"
          />
          <TextArea
            {...form.field('conductText', t('settings.conduct'))}
            hint={t('settings.conductHint')}
            max={4000}
            lang={language}
            optional
          />
          <TextField
            {...form.field('accessibilityStatementUrl', t('settings.statement'))}
            hint={t(`settings.statementHint.${language}`)}
            type="url"
            optional
          />
          <TextArea
            {...form.field('hosts', t('settings.hosts'))}
            hint={t('settings.hostsHint', { slug })}
            rows={3}
            optional
          />
        </fieldset>
      </Form>
    </Page>
  );
}
