import type { Schema } from '@medvind/api-client';
import { Link } from 'react-router';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { usePath } from '../../../lib/municipality.js';
import { addressOf, CASE_KINDS, type QueueFilter } from '../api/queue.js';

interface KindTabsProps {
  filter: QueueFilter;
  counts: Schema<'QueueCount'> | undefined;
}

/** What waits of each kind; what there is none of is left out. */
export function KindTabs({ filter, counts }: KindTabsProps) {
  const { t } = useTranslation('moderation');
  const { number } = useFormat();
  const path = usePath();
  const kinds = CASE_KINDS.flatMap((kind) => counts?.kinds.find((counted) => counted.kind === kind) ?? []);
  const shown = kinds.filter(({ kind, count }) => count > 0 || kind === filter.kind);
  const tabs = [{ kind: undefined, count: counts?.count ?? 0, more: counts?.more ?? false }, ...shown];
  return (
    <nav aria-label={t('queue.kinds')}>
      <ul className="mv-log-filter">
        {tabs.map(({ kind, count, more }) => (
          <li key={kind ?? 'all'}>
            <Link
              className="ds-link"
              to={`${path('moderation')}?${addressOf({ ...filter, kind })}`}
              aria-current={filter.kind === kind ? 'true' : undefined}
              preventScrollReset
            >
              {kind ? t(`kinds.${kind}`) : t('queue.all')} ({more && '> '}
              {number(count)})
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
