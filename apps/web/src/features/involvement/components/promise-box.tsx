import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';

/** What those who take part can expect: said before anything else. */
export function PromiseBox({
  level,
  children,
}: {
  level: Schema<'ProcessLevel'>;
  children?: React.ReactNode;
}) {
  const { t, language } = useTranslation('involvement');
  // A promise the municipality has not translated stands as it gave it.
  const written = level.language ?? language;
  return (
    <div className="mv-promise">
      <p className="mv-kicker">{t('promise.title')}</p>
      <p className="mv-promise-text" lang={written}>
        {level.promise || level.name}
      </p>
      {level.promise && (
        <p className="mv-note">
          {t('promise.level', { level: '' })}
          <span lang={written}>{level.name}</span>
        </p>
      )}
      {written !== language && <p className="mv-note">{t(`promise.written.${written}`)}</p>}
      {children}
    </div>
  );
}
