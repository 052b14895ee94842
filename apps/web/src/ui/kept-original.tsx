import type { Schema } from '@medvind/api-client';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.js';
import { useForm } from '../lib/form.js';
import { Details } from './details.js';
import { Form } from './form.js';
import { Prose } from './prose.js';
import { TextField } from './text-field.js';

interface KeptOriginalProps {
  /** Tells its form from the next one's. */
  id: string;
  /** A purpose to begin from. */
  purpose?: string;
  open: (purpose: string) => Promise<Schema<'OpenedQuarantine'>>;
}

/** What is in quarantine: shown once one has said why, and that is kept. */
export function KeptOriginal({ id, purpose = '', open }: KeptOriginalProps) {
  const { t } = useTranslation('moderation-admin');
  const [opened, setOpened] = useState<Schema<'OriginalView'>>();
  const form = useForm({
    within: id,
    initial: { purpose },
    submit: (values) => open(values.purpose),
    done: ({ original }) => setOpened(original),
  });
  if (opened) return <Original {...opened} />;
  return (
    <Details summary={t('quarantine.open')}>
      <Form form={form} submit={t('quarantine.open')}>
        <TextField
          {...form.field('purpose', t('quarantine.purpose'))}
          hint={t('quarantine.purposeHint')}
          autoComplete="off"
        />
      </Form>
    </Details>
  );
}

function Original({ title, text, revisions, attachment }: Schema<'OriginalView'>) {
  const { t } = useTranslation('moderation-admin');
  const shown = useRef<HTMLDivElement>(null);
  // The form that was sent is gone with its button.
  useEffect(() => shown.current?.focus(), []);
  return (
    <div className="mv-case-text" tabIndex={-1} ref={shown}>
      <p className="mv-alert-title">{t('quarantine.original')}</p>
      {title && <p>{title}</p>}
      <Prose text={text} />
      {attachment && (
        <figure className="mv-case-attached">
          <a className="ds-link" href={attachment.href} target="_blank" rel="noopener">
            {attachment.previewHref ? (
              <img src={attachment.previewHref} alt={attachment.fileName} />
            ) : (
              attachment.fileName
            )}
          </a>
          {attachment.alt && <figcaption>{attachment.alt}</figcaption>}
        </figure>
      )}
      {revisions.length > 0 && (
        <Details summary={t('quarantine.earlier')}>
          {revisions.map(({ body, replacedAt }) => (
            <Prose key={replacedAt} text={body} />
          ))}
        </Details>
      )}
    </div>
  );
}
