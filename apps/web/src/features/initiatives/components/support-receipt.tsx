import { useTranslation } from '../../../i18n/use-translation.js';
import { usePath } from '../../../lib/municipality.js';
import { Details } from '../../../ui/details.js';
import { Link } from '../../../ui/link.js';

/** What one keeps to be able to check that one's support is counted. */
export default function SupportReceipt({ receipt }: { receipt: string }) {
  const { t } = useTranslation('votes');
  const path = usePath();
  return (
    <Details summary={t('receipt.title')}>
      <p>{t('receipt.what')}</p>
      <p>
        <code className="mv-receipt">{receipt}</code>
      </p>
      <p>
        <Link to={path('check')}>{t('check.title')}</Link>
      </p>
    </Details>
  );
}
