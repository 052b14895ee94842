import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';

/** For the author of what is hidden, below the reason: how to complain. */
export function AppealNote({ reference }: { reference: string }) {
  const { t } = useTranslation('reports');
  const { unit, email, address } = useMunicipality().contact;
  const where = [unit, email || address].filter(Boolean).join(', ');
  return <p className="mv-note">{t('appeal', { where, reference })}</p>;
}
