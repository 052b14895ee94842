import { LIMITS } from '@medvind/contracts';
import type { Schema } from '@medvind/api-client';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useSession } from '../../../lib/session.js';
import { Details } from '../../../ui/details.js';
import { Form } from '../../../ui/form.js';
import { Heading } from '../../../ui/heading.js';
import { Prose } from '../../../ui/prose.js';
import { Select } from '../../../ui/select.js';
import { TextArea } from '../../../ui/text-area.js';
import { Time } from '../../../ui/time.js';
import { useToast } from '../../../ui/toast.js';
import { adviseMutation, askMutation, caseChoicesQuery, type Case } from '../api/cases.js';

/** What colleagues were asked, and what they said. */
export function CaseOpinions({ file }: { file: Case }) {
  const { t } = useTranslation('initiative-cases');
  const { slug, language } = useMunicipality();
  const { person } = useSession();
  const toast = useToast();
  const { colleagues } = useSuspenseQuery(caseChoicesQuery(slug)).data;
  const others = colleagues.filter(({ id }) => id !== person?.id);
  const { mutateAsync } = useMutation(askMutation(slug, file.id));
  const form = useForm({
    within: 'ask',
    draft: `case-ask:${file.id}`,
    initial: { askedId: '', question: '' },
    check: ({ askedId }) => (askedId ? [] : [{ field: 'askedId', code: 'required' }]),
    submit: (values) => mutateAsync(values),
    done: () => toast(t('opinions.sent')),
  });
  return (
    <section className="mv-flow" aria-labelledby="opinions">
      <Heading level={2} size="xs" id="opinions">
        {t('opinions.title')}
      </Heading>
      {file.opinions.length > 0 && (
        <ol className="mv-pick-list">
          {file.opinions.map((opinion) => (
            <li key={opinion.id} className="mv-panel mv-flow">
              <Opinion file={file} opinion={opinion} />
            </li>
          ))}
        </ol>
      )}
      {others.length === 0 ? (
        <p className="mv-note">{t('opinions.alone')}</p>
      ) : (
        <Details summary={t('opinions.ask')}>
          <Form form={form} submit={t('opinions.send')}>
            <Select
              {...form.field('askedId', t('opinions.whom'))}
              options={others.map(({ id, name }) => ({ value: id, label: name }))}
              placeholder={t('opinions.choose')}
            />
            <TextArea
              {...form.field('question', t('opinions.question'))}
              rows={3}
              max={LIMITS.reason.max}
              lang={language}
            />
          </Form>
        </Details>
      )}
    </section>
  );
}

function Opinion({ file, opinion }: { file: Case; opinion: Schema<'OpinionView'> }) {
  const { t } = useTranslation('initiative-cases');
  const { language } = useMunicipality();
  const { asker, asked, question, answer, at, answeredAt } = opinion;
  return (
    <>
      <p className="mv-kicker">
        <strong>{t('opinions.asked', { asker: asker ?? t('gone'), asked: asked ?? t('gone') })}</strong>{' '}
        <Time at={at} style="moment" />
      </p>
      <Prose text={question} lang={language} />
      {answer !== null ? (
        <>
          <p className="mv-kicker">
            <strong>{t('opinions.answered', { asked: asked ?? t('gone') })}</strong>{' '}
            {answeredAt && <Time at={answeredAt} style="moment" />}
          </p>
          <Prose text={answer} lang={language} />
        </>
      ) : opinion.asksMe ? (
        <Advice file={file} opinionId={opinion.id} />
      ) : (
        <p className="mv-note">{t('opinions.waiting', { asked: asked ?? t('gone') })}</p>
      )}
    </>
  );
}

function Advice({ file, opinionId }: { file: Case; opinionId: string }) {
  const { t } = useTranslation('initiative-cases');
  const { slug, language } = useMunicipality();
  const toast = useToast();
  const { mutateAsync } = useMutation(adviseMutation(slug, file.id, opinionId));
  const form = useForm({
    within: opinionId,
    draft: `case-advice:${opinionId}`,
    initial: { answer: '' },
    submit: (values) => mutateAsync(values),
    done: () => toast(t('opinions.given')),
  });
  return (
    <Form form={form} submit={t('opinions.give')}>
      <TextArea
        {...form.field('answer', t('opinions.yours'))}
        rows={4}
        max={LIMITS.response.max}
        lang={language}
      />
    </Form>
  );
}
