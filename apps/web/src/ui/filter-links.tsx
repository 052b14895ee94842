import { Link } from 'react-router';

interface FilterLinksProps {
  label: string;
  links: readonly { to: string; label: string; current: boolean }[];
}

/** Ways of looking at the same list, each an address of its own. */
export function FilterLinks({ label, links }: FilterLinksProps) {
  return (
    <nav aria-label={label}>
      <ul className="mv-log-filter">
        {links.map(({ to, label: text, current }) => (
          <li key={to}>
            <Link className="ds-link" to={to} aria-current={current ? 'true' : undefined}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
