import type { ReactNode } from 'react';
import { Link } from './link.js';

export function Card({ tinted, children }: { tinted?: boolean; children: ReactNode }) {
  return (
    <div className="ds-card mv-card" data-color="neutral" data-variant={tinted ? 'tinted' : 'default'}>
      {children}
    </div>
  );
}

interface LinkCardProps {
  to: string;
  title: string;
  level?: 2 | 3;
  lang?: string;
  /** Above the title: kind, state. */
  kicker?: ReactNode;
  children?: ReactNode;
  /** Numbers and dates at the foot. */
  foot?: ReactNode;
}

/** A card that leads somewhere: the whole of it can be pressed, only its title is read as the link. */
export function LinkCard({
  to,
  title,
  level: Level = 2,
  lang,
  kicker,
  children,
  foot,
}: LinkCardProps & { level?: 2 | 3 }) {
  const Tag = `h${Level}` as const;
  return (
    <article className="ds-card mv-card mv-link-card" data-color="neutral" data-variant="default">
      {kicker && <div className="mv-kicker">{kicker}</div>}
      <Tag className="ds-heading" data-size="2xs">
        <Link to={to} lang={lang} className="mv-card-link">
          {title}
        </Link>
      </Tag>
      {children && (
        <div className="mv-card-body" lang={lang}>
          {children}
        </div>
      )}
      {foot && <div className="mv-card-foot">{foot}</div>}
    </article>
  );
}

/** Cards beside each other where there is room. */
export function CardGrid({ children }: { children: ReactNode }) {
  return <div className="mv-grid">{children}</div>;
}
