import { useId, type ReactNode } from 'react';
import { Heading } from '../../../ui/heading.js';
import { Link } from '../../../ui/link.js';

interface FrontSectionProps {
  title: string;
  /** Where all of them are. */
  all?: { to: string; label: string };
  children: ReactNode;
}

/** One strip of the front page: what is discussed, what is new, what became of it. */
export function FrontSection({ title, all, children }: FrontSectionProps) {
  const id = useId();
  return (
    <section className="mv-section" aria-labelledby={id}>
      <div className="mv-section-head">
        <Heading level={2} id={id}>
          {title}
        </Heading>
        {all && <Link to={all.to}>{all.label}</Link>}
      </div>
      {children}
    </section>
  );
}
