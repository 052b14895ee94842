import { Link as RouterLink, type LinkProps } from 'react-router';

export function Link({ className = 'ds-link', ...rest }: LinkProps) {
  return <RouterLink className={className} {...rest} />;
}
