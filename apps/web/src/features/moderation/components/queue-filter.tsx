import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from '../../../i18n/use-translation.js';
import { usePath } from '../../../lib/municipality.js';
import { Button } from '../../../ui/button.js';
import { fieldId, FieldFrame } from '../../../ui/field.js';
import type { QueueFilter as Filter } from '../api/queue.js';
import { REASONS } from '../reasons.js';

/** A plain form of the address: it works before the page has woken, and what is searched for can be linked to. */
export function QueueFilter({ reason, search }: Filter) {
  const { t } = useTranslation('moderation');
  const { t: reports } = useTranslation('reports');
  const path = usePath();
  const navigate = useNavigate();
  const [values, setValues] = useState<{ reason: string; search: string }>({
    reason: reason ?? '',
    search: search ?? '',
  });
  const go = (next: typeof values) => {
    setValues(next);
    const given = Object.entries(next).filter(([, value]) => value.trim() !== '');
    void navigate(`${path('moderation')}?${new URLSearchParams(given)}`);
  };
  return (
    <form
      className="mv-case-filter"
      role="search"
      aria-label={t('queue.filter')}
      action={path('moderation')}
      onSubmit={(event) => {
        event.preventDefault();
        go(values);
      }}
    >
      <FieldFrame name="queue-reason" label={t('queue.reason')}>
        <select
          className="ds-input"
          id={fieldId('queue-reason')}
          name="reason"
          value={values.reason}
          onChange={({ target }) => setValues({ ...values, reason: target.value })}
        >
          <option value="">{t('queue.anyReason')}</option>
          {REASONS.map((code) => (
            <option key={code} value={code}>
              {reports(`reasons.${code}`)}
            </option>
          ))}
        </select>
      </FieldFrame>
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
      <Button type="submit" variant="secondary">
        {t('queue.apply')}
      </Button>
    </form>
  );
}
