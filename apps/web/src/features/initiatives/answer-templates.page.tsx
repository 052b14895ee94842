import { LIMITS, INITIATIVE_OUTCOMES } from '@medvind/contracts';
import type { Schema } from '@medvind/api-client';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from '../../i18n/use-translation.js';
import { useForm } from '../../lib/form.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { useAction } from '../../ui/action.js';
import { Button } from '../../ui/button.js';
import { Details } from '../../ui/details.js';
import { Form } from '../../ui/form.js';
import { Heading } from '../../ui/heading.js';
import { Page } from '../../ui/page.js';
import { Select } from '../../ui/select.js';
import { TextArea } from '../../ui/text-area.js';
import { TextField } from '../../ui/text-field.js';
import { Time } from '../../ui/time.js';
import { useToast } from '../../ui/toast.js';
import {
  removeTemplateMutation,
  saveTemplateMutation,
  templatesQuery,
  type Template,
} from './api/answers.js';

export const load = ({ params: { municipality = '' }, get }: LoadContext) =>
  get(templatesQuery(municipality));

/** Answers the municipality prepares once for many initiatives. */
export default function AnswerTemplatesPage() {
  const { t } = useTranslation('initiative-cases');
  const { slug, language } = useMunicipality();
  const path = usePath();
  const { items } = useSuspenseQuery(templatesQuery(slug)).data;
  return (
    <Page
      title={t('templates.title')}
      lead={t('templates.lead')}
      breadcrumbs={[{ label: t('title'), to: path('staff', 'initiatives') }]}
      width="text"
      hidden
    >
      {items.length > 0 && (
        <div lang={language}>
          {items.map((template) => (
            <Details key={template.id} summary={template.title}>
              <TemplateForm template={template} />
            </Details>
          ))}
        </div>
      )}
      <section className="mv-flow" aria-labelledby="new-template">
        <Heading level={2} size="xs" id="new-template">
          {t('templates.new')}
        </Heading>
        <TemplateForm />
      </section>
    </Page>
  );
}

function TemplateForm({ template }: { template?: Template }) {
  const { t } = useTranslation('initiative-cases');
  const { t: say } = useTranslation('initiatives');
  const { slug, language } = useMunicipality();
  const toast = useToast();
  const { mutateAsync } = useMutation(saveTemplateMutation(slug, template?.id));
  const remove = useMutation(removeTemplateMutation(slug)).mutateAsync;
  const form = useForm({
    within: template?.id ?? 'new',
    draft: `answer-template:${slug}:${template?.id ?? 'new'}`,
    initial: {
      title: template?.title ?? '',
      outcome: template?.outcome ?? '',
      text: template?.text ?? '',
    },
    // What is not chosen yet is the API's to refuse, at its field.
    submit: (values) => mutateAsync(values as Schema<'AnswerTemplateInput'>),
    after: template ? 'keep' : 'reset',
    done: () => toast(t('templates.saved')),
  });
  const removing = useAction(async () => {
    if (!template) return;
    await remove(template.id);
    toast(t('templates.removed', { title: template.title }));
  });
  return (
    <Form
      form={form}
      submit={t('templates.save')}
      saves
      label={template?.title ?? t('templates.new')}
      secondary={
        template && (
          <Button variant="tertiary" color="danger" busy={removing.busy} onClick={removing.act}>
            {t('templates.remove')}
          </Button>
        )
      }
    >
      {template && (
        <p className="mv-note">
          {t('templates.changed', { name: template.changedBy ?? t('gone') })} <Time at={template.changedAt} />
        </p>
      )}
      <TextField {...form.field('title', t('templates.name'))} autoComplete="off" />
      <Select
        {...form.field('outcome', say('answer.choose'))}
        options={INITIATIVE_OUTCOMES.map((value) => ({ value, label: say(`answer.outcome.${value}`) }))}
        placeholder={t('templates.outcome')}
      />
      <TextArea
        {...form.field('text', say('answer.text'))}
        hint={t('templates.places')}
        max={LIMITS.response.max}
        published
        rows={6}
        lang={language}
      />
    </Form>
  );
}
