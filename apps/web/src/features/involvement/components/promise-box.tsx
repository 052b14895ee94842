import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';

/** What those who take part can expect: said before anything else. */
export function PromiseBox({
  level,
  children,
}: {
  level: Schema<'ProcessLevel'>;
  children?: React.ReactNode;
}) {
  const { t } = useTranslation('involvement');
  const { language } = useMunicipality();
  return (
    <div className="mv-promise">
      <p className="mv-kicker">{t('promise.title')}</p>
      <p className="mv-promise-text" lang={language}>
        {level.promise || level.name}
      </p>
      {level.promise && (
        <p className="mv-note">
          {t('promise.level', { level: '' })}
          <span lang={language}>{level.name}</span>
        </p>
      )}
      {children}
    </div>
  );
}
