import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from '../../../i18n/use-translation.js';
import { usePath } from '../../../lib/municipality.js';
import { Button } from '../../../ui/button.js';
import { Select } from '../../../ui/select.js';
import { TextField } from '../../../ui/text-field.js';
import type { QueueFilter as Filter } from '../api/queue.js';
import { REASONS } from '../reasons.js';

/** A plain form of the address: it works before the page has woken, and what is searched for can be linked to. */
export function QueueFilter({ reason, search }: Filter) {
  const { t } = useTranslation('moderation');
  const { t: reports } = useTranslation('reports');
  const path = usePath();
  const navigate = useNavigate();
  const [values, setValues] = useState({ reason: reason ?? '', search: search ?? '' });
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
      <Select
        name="reason"
        label={t('queue.reason')}
        optional
        value={values.reason}
        placeholder={t('queue.anyReason')}
        options={REASONS.map((code) => ({ value: code, label: reports(`reasons.${code}`) }))}
        onChange={(next) => setValues({ ...values, reason: next as Filter['reason'] & string })}
      />
      <TextField
        name="search"
        type="search"
        label={t('queue.search')}
        optional
        value={values.search}
        onChange={(next) => setValues({ ...values, search: next })}
      />
      <Button type="submit" variant="secondary">
        {t('queue.apply')}
      </Button>
    </form>
  );
}
