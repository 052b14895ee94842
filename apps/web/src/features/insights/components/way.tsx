import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Icon, type IconName } from '../../../ui/icon.js';
import { Link } from '../../../ui/link.js';
import { Prose } from '../../../ui/prose.js';
import { Time } from '../../../ui/time.js';
import type { Trail } from '../api/trails.js';
import type { Stage, StageKind, TrailStep } from '../trail.js';
import { OutcomeTag } from './outcome.js';

export const STAGE_ICONS: Record<StageKind, IconName> = {
  said: 'comment',
  linked: 'link',
  answered: 'answer',
  planned: 'document',
  result: 'flag',
};

interface WayProps {
  stages: Stage[];
  kind: Trail['kind'];
  label: string;
}

/** Step by step, each with its date, its title and where it can be read. */
export function Way({ stages, kind, label }: WayProps) {
  const { t } = useTranslation('insights');
  return (
    <ol className="mv-way" aria-label={label}>
      {stages.map((stage) => (
        <li
          key={stage.kind}
          className="mv-way-stage"
          data-state={stage.state}
          aria-current={stage.state === 'current' ? 'step' : undefined}
        >
          <span className="mv-way-mark">
            <Icon name={STAGE_ICONS[stage.kind]} />
          </span>
          <div className="mv-way-body">
            {stage.state === 'coming' ? (
              <p className="mv-way-coming">{t(`coming.${stage.kind}`)}</p>
            ) : (
              <StageBody stage={stage} kind={kind} />
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function StageBody({ stage: { kind: reached, steps }, kind }: { stage: Stage } & Pick<WayProps, 'kind'>) {
  const { t } = useTranslation('insights');
  const only = steps.length === 1 ? steps[0] : undefined;
  return (
    <>
      <p className="mv-way-head">
        <strong>{t(`stage.${reached === 'said' && kind === 'initiative' ? 'proposed' : reached}`)}</strong>
        {only?.at && <Time at={only.at} />}
      </p>
      {reached !== 'said' &&
        steps.map((step, index) => <StepBody key={index} step={step} dated={steps.length > 1} />)}
    </>
  );
}

export function StepBody({ step, dated }: { step: TrailStep; dated: boolean }) {
  const { t } = useTranslation('insights');
  const { slug, language } = useMunicipality();
  const { kind, at, title, outcome, text } = step;
  const to = `/${slug}/${step.path}`;
  const linked = kind === 'linked' || kind === 'planned';
  return (
    <div className="mv-way-step">
      {dated && at && (
        <p className="mv-note">
          <Time at={at} />
        </p>
      )}
      {outcome && (
        <p>
          <OutcomeTag outcome={outcome} />
        </p>
      )}
      {title && linked && (
        <p>
          <Link to={to} lang={language}>
            {title}
          </Link>
        </p>
      )}
      {title && !linked && (
        <p className="mv-way-title" lang={language}>
          {title}
        </p>
      )}
      {text && (
        <blockquote className="mv-way-text">
          <Prose text={text} lang={language} />
        </blockquote>
      )}
      {!linked && (
        <p>
          <Link to={to}>
            {t(`see.${kind === 'result' ? 'result' : 'answer'}`)}
            {title && <span className="ds-sr-only">: {title}</span>}
          </Link>
        </p>
      )}
    </div>
  );
}
