import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.js';

export type Tone = 'info' | 'success' | 'warning' | 'danger';

/** The tone is also a word for those who see neither colour nor icon, unless `kind` says better what it is. `live` for what appears while one looks on. */
export function Alert({
  tone = 'info',
  kind,
  title,
  live,
  children,
}: {
  tone?: Tone;
  kind?: string;
  title?: string;
  live?: boolean;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <div
      className="ds-alert"
      data-color={tone}
      role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}
    >
      <span className="ds-sr-only">{kind ?? t(`tone.${tone}`)}: </span>
      {title && <p className="mv-alert-title">{title}</p>}
      {children && <div className="mv-flow">{children}</div>}
    </div>
  );
}
