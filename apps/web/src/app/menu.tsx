import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';

interface MenuProps {
  label: string;
  icon?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A `details` that behaves as a menu of links: Escape, a click beside it, or going somewhere closes it. */
export function Menu({ label, icon, className = '', children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();

  useEffect(() => {
    if (details.current) details.current.open = false;
  }, [key]);

  useEffect(() => {
    const element = details.current;
    const outside = ({ target }: Event) => {
      if (element?.open && target instanceof Node && !element.contains(target)) element.open = false;
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !element?.open) return;
      element.open = false;
      element.querySelector('summary')?.focus();
    };
    document.addEventListener('click', outside);
    element?.addEventListener('focusout', closeWhenLeft);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('click', outside);
      element?.removeEventListener('focusout', closeWhenLeft);
      document.removeEventListener('keydown', escape);
    };
  }, []);

  return (
    <details className={`mv-menu ${className}`} ref={details}>
      <summary className="mv-tool">
        {icon}
        <span>{label}</span>
      </summary>
      <div className="mv-menu-panel">{children}</div>
    </details>
  );
}

function closeWhenLeft({ currentTarget, relatedTarget }: FocusEvent): void {
  const left =
    relatedTarget instanceof Node && currentTarget instanceof Node && !currentTarget.contains(relatedTarget);
  if (left && currentTarget instanceof HTMLDetailsElement) currentTarget.open = false;
}
