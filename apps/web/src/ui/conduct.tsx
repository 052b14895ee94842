import { useTranslation } from '../i18n/use-translation.js';
import { useMunicipality } from '../lib/municipality.js';
import { Prose } from './prose.js';

const RULES = ['topic', 'person', 'law', 'privacy', 'truth', 'advert'] as const;
const RIGHTS = ['report', 'reason', 'appeal', 'trace'] as const;

/** The rules of conduct: those for everyone, what the municipality adds, and what one can count on. */
export function Conduct() {
  const { t } = useTranslation('municipalities');
  const { language, conductText, commentEditMinutes } = useMunicipality();
  return (
    <>
      <ul className="ds-list">
        {RULES.map((rule) => (
          <li key={rule}>{t(`about.rules.${rule}`)}</li>
        ))}
      </ul>
      {conductText && <Prose text={conductText} lang={language} />}
      <ul className="ds-list">
        {RIGHTS.map((right) => (
          <li key={right}>{t(`about.rights.${right}`, { count: commentEditMinutes })}</li>
        ))}
      </ul>
    </>
  );
}
