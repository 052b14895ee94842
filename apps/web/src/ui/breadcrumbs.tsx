import { useTranslation } from '../i18n/use-translation.js';
import { Link } from './link.js';

export interface Crumb {
  label: string;
  to: string;
  lang?: string;
}

/** The pages above this one; the page itself is the heading below. */
export function Breadcrumbs({ items }: { items: Crumb[] }) {
  const { t } = useTranslation();
  return (
    <nav className="ds-breadcrumbs mv-breadcrumbs" aria-label={t('nav.breadcrumbs')}>
      <ol>
        {items.map(({ label, to, lang }) => (
          <li key={to}>
            <Link to={to} lang={lang}>
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
