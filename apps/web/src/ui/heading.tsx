import type { ReactNode } from 'react';

interface HeadingProps {
  level: 1 | 2 | 3 | 4;
  /** The look; follows the level unless told. */
  size?: '2xs' | 'xs' | 'sm' | 'md' | 'lg' | 'xl';
  id?: string;
  lang?: string;
  children: ReactNode;
}

const SIZES = { 1: 'lg', 2: 'sm', 3: 'xs', 4: '2xs' } as const;

export function Heading({ level, size = SIZES[level], ...rest }: HeadingProps) {
  const Tag = `h${level}` as const;
  return <Tag className="ds-heading" data-size={size} {...rest} />;
}
