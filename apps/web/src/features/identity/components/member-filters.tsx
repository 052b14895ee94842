import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from '../../../i18n/use-translation.js';
import { usePath } from '../../../lib/municipality.js';
import { Button } from '../../../ui/button.js';
import { Select } from '../../../ui/select.js';
import { TextField } from '../../../ui/text-field.js';
import type { MemberFilter } from '../api/members.js';
import { GIVEN } from './member-roles.js';

/** Asks by address, so that it works without a script and going back shows what was asked for before. */
export function MemberFilters({ filter }: { filter: MemberFilter }) {
  const { t } = useTranslation('administration');
  const path = usePath();
  const navigate = useNavigate();
  const asked = JSON.stringify(filter);
  const [typed, setTyped] = useState({ search: filter.search, role: filter.role as string, asked });
  if (typed.asked !== asked) setTyped({ search: filter.search, role: filter.role, asked });
  const { search, role } = typed;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wished = Object.entries({ search: search.trim(), role }).filter(([, value]) => value !== '');
    void navigate(`${path('admin', 'people')}?${new URLSearchParams(wished)}`, { preventScrollReset: true });
  };
  return (
    <form
      className="mv-member-filters"
      role="search"
      aria-label={t('people.find')}
      action={path('admin', 'people')}
      onSubmit={submit}
    >
      <TextField
        name="search"
        type="search"
        label={t('people.search')}
        value={search}
        optional
        onChange={(value) => setTyped({ ...typed, search: value })}
      />
      <Select
        name="role"
        label={t('people.withRole')}
        placeholder={t('people.anyRole')}
        options={[...GIVEN, 'resident' as const].map((value) => ({
          value,
          label: value === 'resident' ? t('people.everyone') : t(`app:roles.${value}`),
        }))}
        value={role}
        optional
        onChange={(value) => setTyped({ ...typed, role: value })}
      />
      <Button type="submit" variant="secondary">
        {t('people.submit')}
      </Button>
    </form>
  );
}
