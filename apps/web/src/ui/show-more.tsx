import { useTranslation } from '../i18n/use-translation.js';
import { Link, useLocation } from 'react-router';
import { Button } from './button.js';

interface ShowMoreProps {
  /** Of the list's last answer; null at its end. */
  next: string | null | undefined;
  onMore: () => void;
  busy?: boolean;
}

/** The next part of a list. Before the page has woken it is a link to a page that begins there. */
export function ShowMore({ next, onMore, busy }: ShowMoreProps) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  if (!next) return null;
  const query = new URLSearchParams(search);
  query.set('after', next);
  return (
    <p className="mv-show-more">
      <Button variant="secondary" busy={busy} onClick={onMore}>
        {t('showMore')}
      </Button>
      <noscript>
        <Link className="ds-link" to={`${pathname}?${query}`}>
          {t('nextPage')}
        </Link>
      </noscript>
    </p>
  );
}
