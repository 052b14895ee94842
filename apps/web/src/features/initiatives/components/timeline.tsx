import type { ReactNode } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { usePath } from '../../../lib/municipality.js';
import { Heading } from '../../../ui/heading.js';
import { Link } from '../../../ui/link.js';
import { Time } from '../../../ui/time.js';
import type { Initiative } from '../api/initiatives.js';
import { dueOf } from '../due.js';

type Step = Initiative['steps'][number];

/** What came of it where another feature knows more. */
export interface Told {
  /** null: only the fact is known. */
  at: string | null;
  /** The step that says the same in fewer words, and is left out for it. */
  says?: Step['act'] | undefined;
  body: ReactNode;
}

interface TimelineProps {
  initiative: Initiative;
  told?: readonly Told[];
}

/** The one story of an initiative: every step, the first first, and what is waited for now. */
export function Timeline({ initiative, told = [] }: TimelineProps) {
  const { t } = useTranslation('initiative-life');
  const { date } = useFormat();
  const { steps, decideBy, overdue, scheme, answer, daysLeft, keyInUntil } = initiative;
  if (steps.length === 0) return null;
  const own = steps
    .filter(({ act }) => !told.some(({ says }) => says === act))
    .map((step) => ({ at: step.at, body: <TimelineStep step={step} of={initiative} /> }));
  const elsewhere = told.map(({ at, says, body }) => ({
    at: at ?? steps.findLast(({ act }) => act === says)?.at ?? LAST,
    body,
  }));
  return (
    <section className="mv-flow" aria-labelledby="timeline">
      <Heading level={2} size="xs" id="timeline">
        {t('title')}
      </Heading>
      <ol className="mv-life">
        {[...own, ...elsewhere]
          .toSorted((one, other) => one.at.localeCompare(other.at))
          .map(({ body }, index) => (
            <li key={index}>{body}</li>
          ))}
      </ol>
      {keyInUntil && daysLeft === null && (
        <p suppressHydrationWarning>
          <strong>{t('next.counting', { date: lastDay(date, keyInUntil) })}</strong>
        </p>
      )}
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

/** After every moment as JSON writes it. */
const LAST = '~';

function TimelineStep({ step, of }: { step: Step; of: Initiative }) {
  const { t } = useTranslation('initiative-life');
  const { date } = useFormat();
  const path = usePath();
  const { act, note, at, actor, subjectId, reference } = step;
  const due = dueOf(step, of);
  return (
    <>
      <p>
        <strong>{t(`acts.${act}`, { reference: reference ?? '' })}</strong>{' '}
        <span className="mv-note">
          <Time at={at} />
          {actor && `, ${t('by', { name: actor })}`}
        </span>
      </p>
      {note &&
        (act === 'hand-over' ? <p>{t('handedTo', { body: note })}</p> : <p lang={of.language}>{note}</p>)}
      {subjectId && act === 'remark' && (
        <p>
          <Link to={`${path('initiatives', of.id)}?comment=${subjectId}`}>{t('readRemark')}</Link>
        </p>
      )}
      {subjectId && reference && (
        <p>
          <Link to={`${path('initiatives', subjectId)}${act === 'take-in' ? '?original' : ''}`}>
            {t('readOther', { reference })}
          </Link>
        </p>
      )}
      {due && (
        <p className="mv-note" suppressHydrationWarning>
          {t('until', { date: lastDay(date, due) })}
        </p>
      )}
    </>
  );
}

/** A deadline is the end of a day: a moment before it is still that day. */
const lastDay = (date: (at: number) => string, deadline: string): string =>
  date(new Date(deadline).getTime() - 1);
