import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';
import { usePath } from '../../../lib/municipality.js';
import { Link } from '../../../ui/link.js';
import { Tag } from '../../../ui/tag.js';
import { Time } from '../../../ui/time.js';

/** One thing a rule did by itself. */
export function TraceEntry({ trace }: { trace: Schema<'RuleTraceView'> }) {
  const { t } = useTranslation('contribution-rules');
  const path = usePath();
  const { rule, effect, version, detail, person, reference, threadTitle, at } = trace;
  const name = reference ? `${t('traces.what')} ${reference}` : t('traces.refused');
  return (
    <article className="mv-log-entry">
      <header className="mv-case-head">
        <h2 className="ds-heading" data-size="2xs">
          {reference && trace.path ? <Link to={`${path()}/${trace.path}`}>{name}</Link> : name}
        </h2>
        <Tag color={effect === 'hold' ? 'warning' : 'danger'} icon={effect === 'hold' ? 'time' : 'close'}>
          {t(`traces.${effect}`)}
        </Tag>
        <p className="mv-note">
          <Time at={at} style="moment" />
        </p>
      </header>
      <dl className="mv-log-why">
        <div>
          <dt>{t('traces.rule')}</dt>
          <dd>{t(`rule.${rule}`)}</dd>
        </div>
        <div>
          <dt>{t('traces.why')}</dt>
          <dd>{t(`why.${rule}`, { detail })}</dd>
        </div>
        <div>
          <dt>{t('traces.who')}</dt>
          <dd>{person ?? t('traces.gone')}</dd>
        </div>
        {threadTitle && (
          <div>
            <dt>{t('traces.where')}</dt>
            <dd>{threadTitle}</dd>
          </div>
        )}
        <div>
          <dt>{t('traces.applied')}</dt>
          <dd>{version === 0 ? t('traces.first') : t('versions.version', { version })}</dd>
        </div>
      </dl>
    </article>
  );
}
