import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Icon, type IconName } from '../../../ui/icon.js';
import { Time } from '../../../ui/time.js';

const ICONS: Record<Schema<'PhaseTime'>, IconName> = { past: 'check', current: 'comment', coming: 'time' };

/** The phases with their days, where we are now, and the decision at the end. */
export function Timeline({
  phases,
  decides,
  decidesOn,
}: Pick<Schema<'ProcessView'>, 'phases' | 'decides' | 'decidesOn'>) {
  const { t } = useTranslation('involvement');
  const { language } = useMunicipality();
  if (phases.length === 0 && !decides && !decidesOn) return null;
  return (
    <section aria-labelledby="phases" className="mv-involve-section">
      <h2 className="ds-heading" data-size="sm" id="phases">
        {t('phases.title')}
      </h2>
      <ol className="mv-timeline">
        {phases.map((phase, index) => (
          <li key={index} data-time={phase.time} aria-current={phase.time === 'current' ? 'step' : undefined}>
            <span className="mv-timeline-mark">
              <Icon name={ICONS[phase.time]} />
            </span>
            <div className="mv-timeline-body">
              <h3>{t(`phases.kind.${phase.kind}`)}</h3>
              <p className="mv-timeline-time">{t(`phases.time.${phase.time}`)}</p>
              <p className="mv-note">
                <Time at={phase.from} style="short" /> – <Time at={phase.to} style="short" />
              </p>
              {phase.note && <p lang={language}>{phase.note}</p>}
            </div>
          </li>
        ))}
        {(decides || decidesOn) && (
          <li data-time="decision">
            <span className="mv-timeline-mark">
              <Icon name="document" />
            </span>
            <div className="mv-timeline-body">
              <h3>{t('phases.decision')}</h3>
              {decides && <p lang={language}>{decides}</p>}
              <p className="mv-note">
                {decidesOn ? <Time at={decidesOn} style="short" /> : t('phases.noDate')}
              </p>
            </div>
          </li>
        )}
      </ol>
    </section>
  );
}
