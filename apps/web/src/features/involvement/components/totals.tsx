import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { Icon } from '../../../ui/icon.js';
import { TYPE_ICONS } from './marks.js';

/** How much was said, by what it tells. */
export function Totals({ totals }: { totals: Schema<'FeedbackTotals'> }) {
  const { t } = useTranslation('involvement');
  const { number } = useFormat();
  const parts = [
    { key: 'works', count: totals.works },
    { key: 'doesnt_work', count: totals.doesntWork },
    { key: 'need', count: totals.need },
    { key: 'none', count: totals.untyped },
  ] as const;
  if (totals.total === 0) return null;
  return (
    <div className="mv-totals">
      <p>{t('totals.title', { count: totals.total })}</p>
      {totals.untyped < totals.total && (
        <dl>
          {parts
            .filter(({ count }) => count > 0)
            .map(({ key, count }) => (
              <div key={key}>
                <dt>
                  <Icon name={key === 'none' ? 'comment' : TYPE_ICONS[key]} /> {t(`type.${key}`)}
                </dt>
                <dd>{number(count)}</dd>
              </div>
            ))}
        </dl>
      )}
    </div>
  );
}
