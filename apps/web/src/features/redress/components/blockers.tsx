import { useTranslation } from '../../../i18n/use-translation.js';
import { Alert } from '../../../ui/alert.js';

const KNOWN = [
  'own-decision',
  'own-appeal',
  'own-case',
  'own-contribution',
  'hearing-running',
  'only-administrators',
  'harsher-than-heard',
] as const;

/** Why the reader cannot decide this; that it is decided is said by the page itself. */
export function Blockers({ reasons }: { reasons: { type: string }[] }) {
  const { t } = useTranslation('redress-staff');
  const known = KNOWN.filter((code) => reasons.some(({ type }) => type === code));
  if (known.length === 0) return null;
  return (
    <Alert tone="warning">
      {known.map((code) => (
        <p key={code}>{t(`blockers.${code}`)}</p>
      ))}
    </Alert>
  );
}
