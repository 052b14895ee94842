import type { ReactNode } from 'react';

/** What is known of a case, a line each; a fact that is not there leaves no line. */
export function Facts({ items }: { items: Record<string, ReactNode> }) {
  return (
    <dl className="mv-redress-facts">
      {Object.entries(items)
        .filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
