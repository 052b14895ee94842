import { LIMITS, INITIATIVE_OUTCOMES } from '@medvind/contracts';
import type { Schema } from '@medvind/api-client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useFormat } from '../../../lib/format.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Alert } from '../../../ui/alert.js';
import { Button } from '../../../ui/button.js';
import { RadioGroup } from '../../../ui/choices.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { Icon } from '../../../ui/icon.js';
import { useProblemText } from '../../../ui/problem-text.js';
import { Prose } from '../../../ui/prose.js';
import { TextArea } from '../../../ui/text-area.js';
import { answerManyMutation, previewMutation, undoManyMutation } from '../api/answers.js';
import type { CaseSummary } from '../api/cases.js';
import { joined, TemplateChoice } from './template-choice.js';

interface ManyProps {
  entries: CaseSummary[];
  onClose: () => void;
  /** Those that were done; what was refused stays selected. */
  onDone: (ids: string[]) => void;
}

/** The same answer to several: written, seen for each, and sent. */
export default function ManyAnswers({ entries, onClose, onDone }: ManyProps) {
  const { t } = useTranslation('initiative-cases');
  const { t: say } = useTranslation('initiatives');
  const { slug, language } = useMunicipality();
  const { date } = useFormat();
  const preview = useMutation(previewMutation(slug));
  const answer = useMutation(answerManyMutation(slug));
  const [seen, setSeen] = useState<Schema<'AnswerPreview'>[]>();
  const initiativeIds = entries.map(({ id }) => id);
  const form = useForm({
    within: 'many',
    draft: `answer-many:${slug}`,
    initial: { outcome: '', text: '' },
    submit: (values) =>
      preview.mutateAsync({
        ...(values as Omit<Schema<'ManyAnswersInput'>, 'initiativeIds'>),
        initiativeIds,
      }),
    after: 'keep',
    done: ({ items }) => setSeen(items),
  });
  const ready = seen?.filter(({ problem }) => problem === null) ?? [];
  const send = useAction(async () => {
    await answer.mutateAsync({
      ...(form.values as Omit<Schema<'ManyAnswersInput'>, 'initiativeIds'>),
      initiativeIds: ready.map(({ id }) => id),
    });
    form.reset();
  });
  if (answer.data)
    return (
      <Results
        title={t('many.title')}
        items={answer.data.items}
        onClose={onClose}
        onDone={onDone}
        done="many.done"
      />
    );
  return (
    <Dialog title={t('many.title')} onClose={onClose}>
      {seen ? (
        <>
          <p>{t('many.look')}</p>
          <ol className="mv-pick-list">
            {seen.map((item) => (
              <li key={item.id} className="mv-panel mv-flow">
                <p className="mv-kicker">
                  <strong>
                    {item.reference} {item.title}
                  </strong>
                </p>
                {item.collectsUntil && (
                  <Alert tone="warning">{t('many.collects', { date: date(item.collectsUntil) })}</Alert>
                )}
                {item.problem ? <Refused code={item.problem} /> : <Prose text={item.text} lang={language} />}
              </li>
            ))}
          </ol>
          <div className="mv-actions">
            {ready.length > 0 && (
              <Button busy={send.busy} onClick={send.act}>
                {t('many.send', { count: ready.length })}
              </Button>
            )}
            <Button variant="secondary" onClick={() => setSeen(undefined)}>
              {t('many.back')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <TemplateChoice
            onChoose={({ outcome, text }) => {
              form.set('outcome', outcome);
              form.set('text', joined(form.values.text, text));
            }}
          />
          <Form form={form} submit={t('many.preview', { count: entries.length })}>
            <RadioGroup
              {...form.field('outcome', say('answer.choose'))}
              options={INITIATIVE_OUTCOMES.map((value) => ({ value, label: say(`answer.outcome.${value}`) }))}
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
        </>
      )}
    </Dialog>
  );
}

/** Several answers taken back at once, with why. */
export function ManyUndo({ entries, onClose, onDone }: ManyProps) {
  const { t } = useTranslation('initiative-cases');
  const { slug, language } = useMunicipality();
  const { mutateAsync, data } = useMutation(undoManyMutation(slug));
  const form = useForm({
    within: 'undo',
    draft: `undo-many:${slug}`,
    initial: { note: '' },
    submit: ({ note }) => mutateAsync({ initiativeIds: entries.map(({ id }) => id), note }),
  });
  if (data)
    return (
      <Results
        title={t('undo.title')}
        items={data.items}
        onClose={onClose}
        onDone={onDone}
        done="undo.done"
      />
    );
  return (
    <Dialog title={t('undo.title')} onClose={onClose}>
      <p>{t('undo.lead')}</p>
      <Form form={form} submit={t('undo.send', { count: entries.length })}>
        <TextArea
          {...form.field('note', t('undo.note'))}
          max={LIMITS.reason.max}
          published
          rows={4}
          lang={language}
        />
      </Form>
    </Dialog>
  );
}

interface ResultsProps extends Omit<ManyProps, 'entries'> {
  title: string;
  items: Schema<'AnsweredInitiative'>[];
  done: 'many.done' | 'undo.done';
}

function Results({ title, items, onClose, onDone, done }: ResultsProps) {
  const { t } = useTranslation('initiative-cases');
  const succeeded = items.filter(({ problem }) => problem === null);
  const close = () => {
    onDone(succeeded.map(({ id }) => id));
    onClose();
  };
  return (
    <Dialog title={title} onClose={close}>
      <p role="status">{t(done, { count: succeeded.length })}</p>
      <ul className="mv-pick-list">
        {items.map(({ id, reference, title: name, problem }) => (
          <li key={id}>
            <p>
              <strong>
                {reference} {name}
              </strong>
            </p>
            {problem ? (
              <Refused code={problem} />
            ) : (
              <p className="mv-with-icon">
                <Icon name="success" /> {t('many.ok')}
              </p>
            )}
          </li>
        ))}
      </ul>
      <div className="mv-actions">
        <Button onClick={close}>{t('app:close')}</Button>
      </div>
    </Dialog>
  );
}

function Refused({ code }: { code: string }) {
  const text = useProblemText();
  return (
    <p className="mv-with-icon">
      <Icon name="warning" /> {text({ code: code as Parameters<typeof text>[0]['code'] })}
    </p>
  );
}
