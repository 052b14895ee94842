import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import type { Overview } from '../api/overview.js';

/** How much has been said, and how much of it answered, in plain words. */
export function Numbers({ overview: { contributions, answered } }: { overview: Overview }) {
  const { t } = useTranslation('insights');
  const { number } = useFormat();
  if (contributions === 0) return null;
  return (
    <ul className="mv-numbers">
      <li>
        <strong>{number(contributions)}</strong> <span>{t('numbers.said', { count: contributions })}</span>
      </li>
      <li>
        <strong>{number(answered)}</strong> <span>{t('numbers.answered', { count: answered })}</span>
      </li>
    </ul>
  );
}
