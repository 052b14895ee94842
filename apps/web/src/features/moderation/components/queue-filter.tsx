import { isReasonIn, REASON_CODES } from '@medvind/contracts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { Button } from '../../../ui/button.js';
import { fieldId, FieldFrame } from '../../../ui/field.js';
import { CLAIMS, type QueueFilter as Filter } from '../api/queue.js';

/** A plain form of the address: it works before the page has woken, and what is searched for can be linked to. */
export function QueueFilter({ kind, reason, claim, search }: Filter) {
  const { t } = useTranslation('moderation');
  const { t: reports } = useTranslation('reports');
  const path = usePath();
  const { language } = useMunicipality();
  const navigate = useNavigate();
  const [values, setValues] = useState<{ reason: string; claim: string; search: string }>({
    reason: reason ?? '',
    claim: claim ?? '',
    search: search ?? '',
  });
  const go = () => {
    const given = Object.entries({ kind: kind ?? '', ...values }).filter(([, value]) => value.trim() !== '');
    void navigate(`${path('moderation')}?${new URLSearchParams(given)}`, { preventScrollReset: true });
  };
  return (
    <form
      className="mv-case-filter"
      role="search"
      aria-label={t('queue.filter')}
      action={path('moderation')}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      {kind && <input type="hidden" name="kind" value={kind} />}
      <FieldFrame name="queue-search" label={t('queue.search')}>
        <input
          className="ds-input"
          id={fieldId('queue-search')}
          name="search"
          type="search"
          value={values.search}
          onChange={({ target }) => setValues({ ...values, search: target.value })}
        />
      </FieldFrame>
      <FieldFrame name="queue-reason" label={t('queue.reason')}>
        <select
          className="ds-input"
          id={fieldId('queue-reason')}
          name="reason"
          value={values.reason}
          onChange={({ target }) => setValues({ ...values, reason: target.value })}
        >
          <option value="">{t('queue.anyReason')}</option>
          {REASON_CODES.filter((code) => isReasonIn(language, code)).map((code) => (
            <option key={code} value={code}>
              {reports(`reasons.${code}`)}
            </option>
          ))}
        </select>
      </FieldFrame>
      <FieldFrame name="queue-claim" label={t('queue.claim')}>
        <select
          className="ds-input"
          id={fieldId('queue-claim')}
          name="claim"
          value={values.claim}
          onChange={({ target }) => setValues({ ...values, claim: target.value })}
        >
          <option value="">{t('queue.anyClaim')}</option>
          {CLAIMS.map((one) => (
            <option key={one} value={one}>
              {t(`queue.claims.${one}`)}
            </option>
          ))}
        </select>
      </FieldFrame>
      <Button type="submit" variant="secondary">
        {t('queue.apply')}
      </Button>
    </form>
  );
}
