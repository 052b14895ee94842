import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { Heading } from '../../../ui/heading.js';
import { Time } from '../../../ui/time.js';
import type { Initiative } from '../api/initiatives.js';

type Step = Initiative['steps'][number];
type Told = Exclude<Step['act'], 'reject' | 'rewrite' | 'reconsider'>;

const UNTIL = ['ask', 'submit', 'publish', 'hand-over', 'extend', 'overdue'] as const;

/** Every step of an initiative, the first first, and what is waited for now. */
export function Timeline({ initiative }: { initiative: Initiative }) {
  const { t } = useTranslation('initiative-life');
  const { date } = useFormat();
  const { steps, decideBy, overdue, scheme, answer, language } = initiative;
  if (steps.length === 0) return null;
  return (
    <section className="mv-flow" aria-labelledby="timeline">
      <Heading level={2} size="xs" id="timeline">
        {t('title')}
      </Heading>
      <ol className="mv-life">
        {steps.map((step) => (
          <li key={`${step.act}${step.at}`}>
            <TimelineStep step={step} language={language} />
          </li>
        ))}
      </ol>
      {decideBy && !answer && (
        <p suppressHydrationWarning>
          <strong>
            {t(overdue ? 'next.overdue' : 'next.decideBy', {
              body: scheme?.body ?? '',
              date: lastDay(date, decideBy),
            })}
          </strong>
        </p>
      )}
    </section>
  );
}

function TimelineStep({ step, language }: { step: Step; language: string }) {
  const { t } = useTranslation('initiative-life');
  const { date } = useFormat();
  const { act, note, until, at, actor } = step;
  const dated = UNTIL.find((known) => known === act);
  return (
    <>
      <p>
        <strong>{t(`acts.${act as Told}`)}</strong>{' '}
        <span className="mv-note">
          <Time at={at} />
          {actor && `, ${t('by', { name: actor })}`}
        </span>
      </p>
      {note && (act === 'hand-over' ? <p>{t('handedTo', { body: note })}</p> : <p lang={language}>{note}</p>)}
      {until && dated && (
        <p className="mv-note" suppressHydrationWarning>
          {t(`until.${dated}`, { date: lastDay(date, until) })}
        </p>
      )}
    </>
  );
}

/** A deadline is the end of a day: a moment before it is still that day. */
const lastDay = (date: (at: number) => string, deadline: string): string =>
  date(new Date(deadline).getTime() - 1);
