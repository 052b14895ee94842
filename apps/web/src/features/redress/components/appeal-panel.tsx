import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Alert } from '../../../ui/alert.js';
import { Form } from '../../../ui/form.js';
import { Heading } from '../../../ui/heading.js';
import { Prose } from '../../../ui/prose.js';
import { TextArea } from '../../../ui/text-area.js';
import { Time } from '../../../ui/time.js';

interface AppealPanelProps {
  appealable: Schema<'AppealableView'>;
  onAppeal: (body: Schema<'AppealInput'>) => Promise<unknown>;
}

const BLOCKERS = ['not-appealable', 'no-longer-so', 'appeal-period-over'] as const;

/** To ask that somebody else look at it again, what came of that, and the ways beside it in the town's country. */
export function AppealPanel({ appealable, onAppeal }: AppealPanelProps) {
  const { t } = useTranslation('redress');
  const { language } = useMunicipality();
  const { appeal, can, blockers } = appealable;
  return (
    <section className="mv-panel mv-flow" aria-labelledby="appeal">
      <Heading level={2} size="xs" id="appeal">
        {t('appeal.title')}
      </Heading>
      {appeal && <MadeAppeal appeal={appeal} />}
      {!appeal && can.appeal && <AppealForm appealable={appealable} onAppeal={onAppeal} />}
      {!appeal &&
        !can.appeal &&
        BLOCKERS.filter((known) => blockers.some(({ type }) => type === known)).map((type) => (
          <p key={type}>{t(`appeal.blockers.${type}`)}</p>
        ))}
      <Heading level={3} size="2xs">
        {t('appeal.elsewhere.title')}
      </Heading>
      <p>{t(`appeal.elsewhere.${language}`)}</p>
    </section>
  );
}

function AppealForm({ appealable: { id, until }, onAppeal }: AppealPanelProps) {
  const { t } = useTranslation('redress');
  const form = useForm({
    draft: `appeal:${id}`,
    initial: { text: '' },
    submit: onAppeal,
    after: 'keep',
  });
  return (
    <>
      <p>
        {t('appeal.lead')} {t('appeal.until')} <Time at={until} />.
      </p>
      <Form form={form} submit={t('appeal.send')}>
        <TextArea {...form.field('text', t('appeal.text'))} hint={t('appeal.textHint')} rows={6} max={4000} />
      </Form>
    </>
  );
}

function MadeAppeal({ appeal }: { appeal: Schema<'AppealView'> }) {
  const { t } = useTranslation('redress');
  const { language } = useMunicipality();
  const { outcome, answer, decidedAt } = appeal;
  return (
    <>
      <div role="status">
        {outcome === null ? (
          <Alert tone="info" title={t('appeal.waits')}>
            <p>{t('appeal.waitsText')}</p>
          </Alert>
        ) : (
          <Alert tone={outcome === 'upheld' ? 'success' : 'warning'} title={t(`appeal.outcome.${outcome}`)}>
            {answer && <Prose text={answer} lang={language} />}
            {decidedAt && (
              <p className="mv-note">
                <Time at={decidedAt} style="moment" />
              </p>
            )}
          </Alert>
        )}
      </div>
      <blockquote className="mv-judged-text">
        <p className="mv-note">
          {t('appeal.yours')} <Time at={appeal.at} style="moment" />
        </p>
        <Prose text={appeal.text} lang={appeal.language} />
      </blockquote>
    </>
  );
}
