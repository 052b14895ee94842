import type { ReactNode } from 'react';

/** Opens and closes without a script; what is inside is found by the browser's search. */
export function Details({
  summary,
  open,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="ds-details" data-color="neutral" open={open}>
      <summary>{summary}</summary>
      <div className="mv-flow">{children}</div>
    </details>
  );
}
