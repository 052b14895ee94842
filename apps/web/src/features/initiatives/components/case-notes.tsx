import { LIMITS } from '@medvind/contracts';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Form } from '../../../ui/form.js';
import { Heading } from '../../../ui/heading.js';
import { Prose } from '../../../ui/prose.js';
import { TextArea } from '../../../ui/text-area.js';
import { Time } from '../../../ui/time.js';
import { noteMutation, type Case } from '../api/cases.js';

/** What staff say among themselves. */
export function CaseNotes({ file }: { file: Case }) {
  const { t } = useTranslation('initiative-cases');
  const { slug, language } = useMunicipality();
  const { mutateAsync } = useMutation(noteMutation(slug, file.id));
  const form = useForm({
    within: 'note',
    draft: `case-note:${file.id}`,
    initial: { text: '' },
    submit: (values) => mutateAsync(values),
  });
  return (
    <section className="mv-flow" aria-labelledby="notes">
      <Heading level={2} size="xs" id="notes">
        {t('notes.title')}
      </Heading>
      <p className="mv-note">{t('notes.lead')}</p>
      {file.notes.length > 0 && (
        <ol className="mv-pick-list">
          {file.notes.map(({ id, author, text, at }) => (
            <li key={id} className="mv-panel mv-flow">
              <p className="mv-kicker">
                <strong>{author ?? t('gone')}</strong> <Time at={at} style="moment" />
              </p>
              <Prose text={text} lang={language} />
            </li>
          ))}
        </ol>
      )}
      <Form form={form} submit={t('notes.add')} saves>
        <TextArea
          {...form.field('text', t('notes.text'))}
          rows={3}
          max={LIMITS.response.max}
          lang={language}
        />
      </Form>
    </section>
  );
}
