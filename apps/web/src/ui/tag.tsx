import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';

interface TagProps {
  color?: 'neutral' | 'accent' | 'brand' | 'info' | 'success' | 'warning' | 'danger';
  /** A state needs one: it is never told by colour alone. */
  icon?: IconName;
  children: ReactNode;
}

export function Tag({ color = 'neutral', icon, children }: TagProps) {
  return (
    <span className="ds-tag mv-tag" data-color={color}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
