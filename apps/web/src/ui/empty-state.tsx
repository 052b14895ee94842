import type { ReactNode } from 'react';

/** Says what would be here, and how it comes to be: `action` is a button or link. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="mv-empty">
      <p className="mv-empty-title">{title}</p>
      {children && <div>{children}</div>}
      {action && <div className="mv-actions">{action}</div>}
    </div>
  );
}
