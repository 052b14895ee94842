import { useTranslation } from '../../../i18n/use-translation.js';
import { Icon } from '../../../ui/icon.js';
import type { Trail as TrailView } from '../api/trails.js';
import { STAGES, wayOf, type Way as WayOf } from '../trail.js';
import { isOutcome } from './outcome.js';
import { STAGE_ICONS, Way } from './way.js';

interface TrailProps {
  /** Undefined while it is not at hand. */
  trail: TrailView | undefined;
  /** Says so, too, when nothing has come of it yet. */
  always?: boolean;
}

/** Beside a contribution: one line saying how far it has come, which opens to the whole way. */
export function Trail({ trail, always }: TrailProps) {
  const { t } = useTranslation('insights');
  if (!trail) return null;
  const way = wayOf(trail.steps);
  if (way.reached === 'said')
    return always ? (
      <p className="mv-trail-none">
        <Rail way={way} />
        {t('coming.linked')}
      </p>
    ) : null;
  return (
    <details className="mv-trail">
      <summary>
        <Rail way={way} />
        <span className="mv-trail-words">
          <span className="mv-trail-question">{t('question')}</span>{' '}
          <strong>
            <Icon name={STAGE_ICONS[way.reached]} />
            <Verdict trail={trail} way={way} />
          </strong>{' '}
          {!way.ended && (
            <span className="mv-trail-place">{t('place', { place: way.place, count: STAGES.length })}</span>
          )}
        </span>
        <Icon name="chevron" />
      </summary>
      <Way stages={way.stages} kind={trail.kind} label={t('label')} />
    </details>
  );
}

function Verdict({ trail, way }: { trail: TrailView; way: WayOf }) {
  const { t } = useTranslation('insights');
  const { reached } = way;
  if (reached !== 'answered') return t(`verdict.${reached}`);
  const outcomes = new Set(
    trail.steps.filter(({ kind }) => kind === 'answered').map(({ outcome }) => outcome),
  );
  const [outcome = null] = outcomes;
  // Two answers that differ are read one by one.
  return outcomes.size === 1 && isOutcome(outcome)
    ? t('verdict.answeredWith', { outcome: t(`outcome.${outcome}`) })
    : t('verdict.answered');
}

/** The words beside it say the same. */
function Rail({ way }: { way: WayOf }) {
  const shown = way.ended ? way.place : STAGES.length;
  return (
    <svg className="mv-rail" viewBox={`0 0 ${STAGES.length * 16} 16`} aria-hidden="true" focusable="false">
      {shown > 1 && <path className="mv-rail-line" d={`M8 8H${shown * 16 - 8}`} />}
      {way.place > 1 && <path className="mv-rail-gone" d={`M8 8H${way.place * 16 - 8}`} />}
      {Array.from({ length: shown }, (_, index) => (
        <circle
          key={index}
          className={index < way.place ? 'mv-rail-done' : 'mv-rail-coming'}
          cx={index * 16 + 8}
          cy="8"
          r={index === way.place - 1 ? 6 : 4}
        />
      ))}
    </svg>
  );
}
