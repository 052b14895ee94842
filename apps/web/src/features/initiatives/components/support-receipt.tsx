import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { Button } from '../../../ui/button.js';
import { Details } from '../../../ui/details.js';
import { Link } from '../../../ui/link.js';
import { useToast } from '../../../ui/toast.js';
import type { Initiative } from '../api/initiatives.js';
import { supportLedgerQuery } from '../api/support-ledger.js';

/** What one keeps to be able to check that one's support is counted, and where everyone can check the count. */
export default function SupportReceipt({ initiative }: { initiative: Initiative }) {
  const { t } = useTranslation('votes');
  const { slug } = useMunicipality();
  const path = usePath();
  const { data } = useQuery(supportLedgerQuery(slug, initiative.id));
  // What has come since the page was opened is shown open: it is to be kept.
  const [known, setKnown] = useState<string | null>();
  if (data && known === undefined) setKnown(data.receipt);
  if (!data?.boxId) return null;
  const { boxId } = data;
  const { supports, stance } = initiative.myState;
  // Of support that was taken back there is nothing to show for.
  const receipt = supports || stance ? data.receipt : null;
  return (
    <div className="mv-flow">
      {receipt && (
        <Details summary={t('receipt.title')} open={known !== undefined && receipt !== known}>
          <Kept initiative={initiative} receipt={receipt} />
        </Details>
      )}
      <ul>
        <li>
          <Link to={path('check')}>{t('support.check')}</Link>
        </li>
        <li>
          <a className="ds-link" href={`/api/municipalities/${slug}/ballots/${boxId}/ledger`} download>
            {t('support.download')}
          </a>
        </li>
      </ul>
    </div>
  );
}

function Kept({ initiative, receipt }: { initiative: Initiative; receipt: string }) {
  const { t } = useTranslation('votes');
  const { slug } = useMunicipality();
  const toast = useToast();
  const copy = async () => {
    await navigator.clipboard.writeText(receipt);
    toast(t('receipt.copied'));
  };
  return (
    <>
      <p>{t(initiative.scheme?.ballot === 'for-against-blank' ? 'support.whatStance' : 'support.what')}</p>
      {/* Nobody reads it: a few lines are enough, and all of it can be reached and copied. */}
      <textarea
        className="ds-input mv-receipt"
        aria-label={t('receipt.title')}
        rows={3}
        readOnly
        value={receipt}
        onFocus={(event) => event.target.select()}
      />
      <div className="mv-actions">
        <Button variant="secondary" size="sm" onClick={() => void copy()}>
          {t('receipt.copy')}
        </Button>
        <a
          className="ds-button"
          data-variant="secondary"
          data-size="sm"
          download={`${slug}-${initiative.id.slice(-6)}.txt`}
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${initiative.title}\n\n${receipt}\n`)}`}
        >
          {t('receipt.save')}
        </a>
      </div>
      <p className="mv-note">{t('support.secret')}</p>
    </>
  );
}
