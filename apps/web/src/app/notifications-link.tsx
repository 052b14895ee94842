import { roomOf } from '@medvind/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { NavLink } from 'react-router';
import { unreadQuery } from '../features/notifications/api/unread.js';
import { useTranslation } from '../i18n/use-translation.js';
import { useFormat } from '../lib/format.js';
import { useLive } from '../lib/live.js';
import { useMunicipality, usePath } from '../lib/municipality.js';
import { Icon } from '../ui/icon.js';

export function NotificationsLink({ personId }: { personId: string }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { slug } = useMunicipality();
  const path = usePath();
  const client = useQueryClient();
  const unread = useQuery(unreadQuery(slug)).data?.count ?? 0;
  useLive(roomOf('person', personId), () => client.invalidateQueries({ queryKey: ['notifications', slug] }));
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
