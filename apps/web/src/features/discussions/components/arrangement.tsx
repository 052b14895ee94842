import { useTranslation } from '../../../i18n/use-translation.js';
import { Link } from '../../../ui/link.js';
import { ORDERS } from '../api/discussion.js';
import type { Discussion, Filter, Order } from '../discussion.js';

interface ArrangementProps {
  discussion: Discussion;
  /** The page's address, up to what is chosen here. */
  to: string;
  /** Of the thread on the page. */
  id: string;
}

/** In which order, and what of it: each choice is an address. */
export function Arrangement({ discussion, to, id }: ArrangementProps) {
  const { t, language } = useTranslation('discussions');
  const { order, filter, notBridging } = discussion;
  const address = (next: { order?: Order; filter?: Filter | null }) => {
    const chosen = { order, filter, ...next };
    const search = [
      chosen.order !== 'oldest' && `order=${chosen.order}`,
      chosen.filter && `filter=${chosen.filter}`,
    ];
    return `${`${to}${search.filter(Boolean).join('&')}`.replace(/[?&]$/, '')}#${id}`;
  };
  const filters = [null, 'unanswered', 'staff', 'council', language] as const;
  return (
    <div className="mv-arrangement">
      <nav className="mv-order" aria-label={t('order.label')}>
        <span className="mv-note" aria-hidden="true">
          {t('order.label')}
        </span>
        {ORDERS.map((offered) => (
          <Link
            key={offered}
            to={address({ order: offered })}
            preventScrollReset
            aria-current={offered === order ? 'true' : undefined}
          >
            {t(`order.${offered}`)}
          </Link>
        ))}
      </nav>
      <nav className="mv-order" aria-label={t('filter.label')}>
        <span className="mv-note" aria-hidden="true">
          {t('filter.label')}
        </span>
        {filters.map((offered) => (
          <Link
            key={offered ?? 'all'}
            to={address({ filter: offered })}
            preventScrollReset
            aria-current={offered === filter ? 'true' : undefined}
          >
            {t(nameOf(offered))}
          </Link>
        ))}
      </nav>
      {notBridging && <p className="mv-note">{t(`bridging.${notBridging.reason}`, { ...notBridging })}</p>}
    </div>
  );
}

const nameOf = (filter: Filter | null) => {
  if (filter === null) return 'filter.all';
  return filter === 'unanswered' || filter === 'staff' || filter === 'council'
    ? (`filter.${filter}` as const)
    : 'filter.language';
};
