import { useMutation } from '@tanstack/react-query';
import { useTranslation } from '../i18n/use-translation.js';
import { Link } from 'react-router';
import { signOutMutation } from '../features/identity/api/sign-out.js';
import { WaitingCount } from '../features/moderation/components/waiting-count.js';
import { forgetDrafts } from '../lib/drafts.js';
import { useMunicipality, usePath } from '../lib/municipality.js';
import { useAction } from '../ui/action.js';
import { Icon } from '../ui/icon.js';
import { Menu } from './menu.js';

/** One's own pages, and the rooms of the roles one holds here. */
export function AccountMenu({ name }: { name: string }) {
  const { t } = useTranslation();
  const path = usePath();
  const { can } = useMunicipality();
  const { mutateAsync } = useMutation(signOutMutation());
  const signOut = useAction(async () => {
    await mutateAsync();
    forgetDrafts();
    // A fresh document: nothing of the person stays in this one's memory.
    window.location.assign(path());
  });
  const rooms = [
    can.moderate && { to: path('moderation'), label: t('roles.moderation'), note: <WaitingCount /> },
    can.staff && { to: path('staff', 'inbox'), label: t('roles.inbox') },
    can.staff && { to: path('staff', 'initiatives'), label: t('roles.cases') },
    can.staff && { to: path('staff', 'processes'), label: t('roles.processes') },
    can.staff && { to: path('staff', 'votes'), label: t('roles.votes') },
    can.staff && { to: path('staff', 'plans'), label: t('roles.plans') },
    can.staff && { to: path('staff', 'policies'), label: t('roles.policies') },
    (can.staff || can.administer) && { to: path('staff', 'records'), label: t('roles.records') },
    can.administer && { to: path('admin'), label: t('roles.administration') },
  ].filter((room) => room !== false);
  return (
    <Menu label={name} icon={<Icon name="person" />} className="mv-account">
      {rooms.length > 0 && (
        <>
          <p className="mv-menu-head">{t('roles.title')}</p>
          <ul>
            {rooms.map(({ to, label, note }) => (
              <li key={to}>
                <Link to={to}>
                  {label}
                  {note}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="mv-menu-head">{t('account.title')}</p>
      <ul>
        <li>
          <Link to={path('me')}>{t('account.mine')}</Link>
        </li>
        <li>
          <button type="button" onClick={signOut.act}>
            {t('account.signOut')}
          </button>
        </li>
      </ul>
    </Menu>
  );
}
