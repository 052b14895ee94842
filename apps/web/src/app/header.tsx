import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../i18n/use-translation.js';
import { Link, NavLink, useLocation } from 'react-router';
import { useMunicipalityIfAny, usePath } from '../lib/municipality.js';
import { sessionQuery } from '../lib/session.js';
import { Icon } from '../ui/icon.js';
import { Logo } from '../ui/logo.js';
import { AccountMenu } from './account-menu.js';
import { Menu } from './menu.js';
import { NotificationsLink } from './notifications-link.js';
import { useNavigationPending } from './router.js';

export function Header() {
  const { t } = useTranslation();
  const municipality = useMunicipalityIfAny();
  const pending = useNavigationPending();
  return (
    <header className="mv-header">
      {pending && (
        <div className="mv-pending" role="progressbar" aria-label={t('loading')}>
          <span />
        </div>
      )}
      <div className="mv-header-bar">
        <Link to={municipality ? `/${municipality.slug}` : '/'} className="mv-brand">
          <Logo />
          <span className="mv-brand-text">
            <span className="mv-wordmark">Medvind</span>
            {municipality && <span className="mv-brand-place">{municipality.name}</span>}
          </span>
        </Link>
        {municipality && (
          <>
            <nav className="mv-nav" aria-label={t('nav.main')}>
              <MainLinks />
            </nav>
            <Tools />
          </>
        )}
      </div>
    </header>
  );
}

function MainLinks() {
  const { t } = useTranslation();
  const path = usePath();
  return (
    <ul>
      <li>
        <NavLink to={path('policies')}>{t('nav.policies')}</NavLink>
      </li>
      <li>
        <NavLink to={path('initiatives')}>{t('nav.initiatives')}</NavLink>
      </li>
      <li>
        <NavLink to={path('processes')}>{t('nav.processes')}</NavLink>
      </li>
      <li>
        <NavLink to={path('votes')}>{t('nav.votes')}</NavLink>
      </li>
    </ul>
  );
}

function Tools() {
  const { t } = useTranslation();
  const path = usePath();
  const { pathname, search } = useLocation();
  const person = useQuery(sessionQuery()).data?.person;
  const entering = pathname === path('sign-in') || pathname === path('join');
  const next = entering ? '' : `?next=${encodeURIComponent(pathname + search)}`;
  return (
    <div className="mv-tools">
      <NavLink className="mv-tool" to={path('search')}>
        <Icon name="search" />
        <span>{t('nav.search')}</span>
      </NavLink>
      {person ? (
        <>
          <NotificationsLink personId={person.id} />
          <AccountMenu name={person.name} />
        </>
      ) : (
        <>
          <Link className="mv-tool mv-only-wide" to={`${path('join')}${next}`}>
            {t('account.join')}
          </Link>
          <Link
            className="ds-button"
            data-size="sm"
            data-variant="secondary"
            to={`${path('sign-in')}${next}`}
          >
            {t('account.signIn')}
          </Link>
        </>
      )}
      <Menu className="mv-only-narrow" label={t('nav.menu')} icon={<Icon name="menu" />}>
        <nav aria-label={t('nav.main')}>
          <MainLinks />
        </nav>
        {!person && (
          <ul>
            <li>
              <Link to={`${path('join')}${next}`}>{t('account.join')}</Link>
            </li>
          </ul>
        )}
      </Menu>
    </div>
  );
}
