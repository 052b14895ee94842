import { useTranslation } from '../i18n/use-translation.js';
import { NavLink } from 'react-router';
import { useFormat } from '../lib/format.js';
import { usePath } from '../lib/municipality.js';
import { Icon } from '../ui/icon.js';

export function NotificationsLink({ unread = 0 }: { unread?: number }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const path = usePath();
  return (
    <NavLink
      className="mv-tool mv-bell"
      to={path('notifications')}
      aria-label={t('nav.notifications', { count: unread })}
    >
      <Icon name="bell" />
      {unread > 0 && <span className="mv-bell-count">{unread > 99 ? '99+' : number(unread)}</span>}
    </NavLink>
  );
}
