import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { Button } from '../../../ui/button.js';
import { Details } from '../../../ui/details.js';
import { Link } from '../../../ui/link.js';
import { useToast } from '../../../ui/toast.js';
import type { Vote } from '../api/vote.js';

/** What one keeps to be able to check, and what it is good for. */
export function Receipt({
  vote,
  receipt,
  isWithdrawal,
}: {
  vote: Vote;
  receipt: string;
  isWithdrawal: boolean;
}) {
  const { t } = useTranslation('votes');
  const { slug } = useMunicipality();
  const path = usePath();
  const toast = useToast();
  const copy = async () => {
    await navigator.clipboard.writeText(receipt);
    toast(t('receipt.copied'));
  };
  return (
    <Details summary={t('receipt.title')}>
      <p>{t(isWithdrawal ? 'receipt.whatWithdrawn' : 'receipt.what')}</p>
      <p>
        <code className="mv-receipt" id="receipt">
          {receipt}
        </code>
      </p>
      <div className="mv-actions">
        <Button variant="secondary" size="sm" onClick={() => void copy()}>
          {t('receipt.copy')}
        </Button>
        <a
          className="ds-button"
          data-variant="secondary"
          data-size="sm"
          download={`${slug}-${vote.id.slice(-6)}.txt`}
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${vote.question}\n\n${receipt}\n`)}`}
        >
          {t('receipt.save')}
        </a>
        <Button variant="secondary" size="sm" onClick={() => window.print()}>
          {t('receipt.print')}
        </Button>
      </div>
      <p className="mv-note">{t(isWithdrawal ? 'receipt.secretWithdrawn' : 'receipt.secret')}</p>
      <p>
        <Link to={path('votes', vote.id, 'check')}>{t('check.title')}</Link>
      </p>
    </Details>
  );
}
