import { LIMITS } from '@medvind/contracts';
import type { Schema } from '@medvind/api-client';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Button } from '../../../ui/button.js';
import { RadioGroup } from '../../../ui/choices.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { TextArea } from '../../../ui/text-area.js';
import { useToast } from '../../../ui/toast.js';
import { namedFields } from '../../../lib/named-fields.js';
import { publishResponseMutation, respondMutation } from '../api/themes.js';
import { useWorkChanged } from './use-work-changed.js';

const OUTCOMES = ['accepted', 'partly', 'declined'] as const;

interface ResponseFormProps {
  work: Schema<'WorkView'>;
  theme: Schema<'WorkTheme'>;
}

/** Saved as a draft as often as one likes; published once, which tells everyone in the theme. */
export function ResponseForm({ work, theme }: ResponseFormProps) {
  const { t } = useTranslation('involvement-staff');
  const { t: say } = useTranslation('involvement');
  const { slug, language } = useMunicipality();
  const toast = useToast();
  const changed = useWorkChanged(work.id);
  const [asking, setAsking] = useState(false);
  // Whether what is being saved is then to be published.
  const asked = useRef(false);
  const finished = useRef(false);
  const respond = useMutation(respondMutation(slug, theme.id)).mutateAsync;
  const publish = useMutation(publishResponseMutation(slug, theme.id)).mutateAsync;
  const published = Boolean(theme.response?.respondedAt);
  const form = useForm({
    draft: `response:${theme.id}`,
    initial: { outcome: theme.response?.outcome ?? '', text: theme.response?.text ?? '' } as Values,
    submit: ({ outcome, text }) =>
      respond({ outcome: outcome as Schema<'ResponseOutcome'>, text }).catch((cause: unknown) => {
        asked.current = false;
        throw cause;
      }),
    after: 'keep',
    done: (saved) => {
      changed(saved);
      if (asked.current) {
        asked.current = false;
        setAsking(true);
      } else toast(t(published ? 'answer.corrected' : 'answer.saved'));
    },
  });
  const going = useAction(async () => {
    const saved = await publish();
    finished.current = true;
    setAsking(false);
    changed(saved);
    toast(t('answer.published'));
  });
  // Only once the dialog is closed and the button that opened it is gone can the theme take the focus.
  useEffect(() => {
    if (!published || !finished.current) return;
    finished.current = false;
    document.getElementById(`theme-${theme.id}`)?.focus();
  }, [published, theme.id]);
  const { form: named, field } = namedFields(form, theme.id);
  return (
    <>
      <Form
        form={named}
        label={theme.title}
        submit={t(published ? 'answer.correct' : 'answer.save')}
        secondary={
          !published && (
            <Button
              variant="secondary"
              onClick={() => {
                asked.current = true;
                form.onSubmit();
              }}
            >
              {t('answer.publish')}
            </Button>
          )
        }
      >
        <RadioGroup
          {...field('outcome', t('answer.outcome'))}
          options={OUTCOMES.map((value) => ({ value, label: say(`outcome.${value}`) }))}
        />
        <TextArea
          {...field('text', t('answer.text'))}
          hint={t('answer.textHint')}
          max={LIMITS.response.max}
          published
          lang={language}
        />
      </Form>
      {asking && (
        <Dialog title={t('answer.publishTitle')} onClose={() => setAsking(false)}>
          <p>{t('answer.publishText', { count: theme.linkCount })}</p>
          <div className="mv-actions">
            <Button busy={going.busy} onClick={going.act}>
              {t('answer.publishDo')}
            </Button>
            <Button variant="secondary" onClick={() => setAsking(false)}>
              {t('app:form.cancel')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

interface Values {
  outcome: string;
  text: string;
}
