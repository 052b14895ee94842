import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Heading } from '../../../ui/heading.js';
import { ruleQuery } from '../api/rule.js';

/** What one gets into by publishing now. */
export function RulePreview() {
  const { t } = useTranslation('initiatives');
  const { date } = useFormat();
  const { slug } = useMunicipality();
  const { threshold, deadlineNow } = useSuspenseQuery(ruleQuery(slug)).data;
  if (threshold === null || deadlineNow === null) return null;
  return (
    <section className="mv-panel" aria-labelledby="rule">
      <Heading level={2} size="xs" id="rule">
        {t('propose.ruleTitle')}
      </Heading>
      <ul className="ds-list">
        <li>{t('propose.ruleThreshold', { count: threshold })}</li>
        <li suppressHydrationWarning>
          {t('propose.ruleDeadline', { date: date(new Date(deadlineNow).getTime() - 1) })}
        </li>
        <li>{t('propose.ruleAnswer')}</li>
      </ul>
    </section>
  );
}
