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
  /** The page this stands on: what it says is not said again. */
  here?: string;
}

/** Step by step, each with its date, its title and where it can be read. */
export function Way({ stages, kind, label, here }: WayProps) {
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
              <StageBody stage={stage} kind={kind} here={here} />
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function StageBody({ stage, kind, here }: { stage: Stage } & Pick<WayProps, 'kind' | 'here'>) {
  const { t } = useTranslation('insights');
  // What this page tells itself is named only where there is nothing else to tell.
  const elsewhere = stage.steps.filter(({ path }) => path !== here);
  const steps = elsewhere.length > 0 ? elsewhere : stage.steps;
  const only = steps.length === 1 ? steps[0] : undefined;
  return (
    <>
      <p className="mv-way-head">
        <strong>
          {t(`stage.${stage.kind === 'said' && kind === 'initiative' ? 'proposed' : stage.kind}`)}
        </strong>
        {only?.at && <Time at={only.at} />}
      </p>
      {stage.kind !== 'said' &&
        steps.map((step, index) => (
          <StepBody key={index} step={step} dated={steps.length > 1} here={step.path === here} />
        ))}
    </>
  );
}

function StepBody({ step, dated, here }: { step: TrailStep; dated: boolean; here: boolean }) {
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
      {text && !here && (
        <blockquote className="mv-way-text">
          <Prose text={text} lang={language} />
        </blockquote>
      )}
      {!linked && !here && (
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
