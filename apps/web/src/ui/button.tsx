import type { ButtonHTMLAttributes } from 'react';
import { Link, type LinkProps } from 'react-router';
import { Icon, type IconName } from './icon.js';

interface Look {
  variant?: 'primary' | 'secondary' | 'tertiary';
  color?: 'accent' | 'neutral' | 'danger' | 'success';
  size?: 'sm' | 'md' | 'lg';
  icon?: IconName;
}

const looks = ({ variant, color, size }: Look) => ({
  className: 'ds-button',
  'data-variant': variant,
  'data-color': color,
  'data-size': size,
});

export type ButtonProps = Look & { busy?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>;

/** `busy` keeps the button focusable and says so; what it does must itself refuse a second time (`useForm` does). */
export function Button({
  variant,
  color,
  size,
  icon,
  busy,
  type = 'button',
  children,
  ...rest
}: ButtonProps) {
  return (
    <button type={type} aria-busy={busy || undefined} {...looks({ variant, color, size })} {...rest}>
      {busy ? <span className="mv-spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

export function LinkButton({ variant, color, size, icon, children, ...rest }: Look & LinkProps) {
  return (
    <Link {...looks({ variant, color, size })} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
