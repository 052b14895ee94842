import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from '../../../i18n/use-translation.js';
import { districtsQuery } from '../../../lib/districts.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { Button } from '../../../ui/button.js';
import { Select } from '../../../ui/select.js';
import { TextField } from '../../../ui/text-field.js';
import { LISTED_STATES, ORDERS, type InitiativeFilter } from '../api/initiatives.js';

/** A form that asks by address: it works without a script, and what was found can be linked to. */
export function InitiativeFilters({ filter }: { filter: InitiativeFilter }) {
  const { t } = useTranslation('initiatives');
  const { slug } = useMunicipality();
  const path = usePath();
  const navigate = useNavigate();
  const asked = JSON.stringify(filter);
  const [typed, setTyped] = useState<{
    text: string;
    state: string;
    order: string;
    district: string;
    asked: string;
  }>({
    ...filter,
    asked,
  });
  // Going back shows what was asked for then.
  if (typed.asked !== asked) setTyped({ ...filter, asked });
  const { text, state, order, district } = typed;
  const districts = useQuery(districtsQuery(slug)).data?.items ?? [];
  const search = (event: FormEvent) => {
    event.preventDefault();
    const wished = { text: text.trim(), state, order: order === 'newest' ? '' : order, district };
    const said = new URLSearchParams(Object.entries(wished).filter(([, value]) => value !== ''));
    void navigate(`${path('initiatives')}?${said}`, { preventScrollReset: true });
  };
  return (
    <form
      className="mv-initiative-filters"
      role="search"
      aria-label={t('filter.label')}
      action={path('initiatives')}
      onSubmit={search}
    >
      <TextField
        name="text"
        type="search"
        label={t('filter.text')}
        hint={t('filter.textHint')}
        value={text}
        onChange={(value) => setTyped({ ...typed, text: value })}
      />
      <Select
        name="state"
        label={t('filter.state')}
        placeholder={t('filter.anyState')}
        options={LISTED_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        value={state}
        onChange={(value) => setTyped({ ...typed, state: value })}
      />
      {districts.length > 0 && (
        <Select
          name="district"
          label={t('filter.district')}
          placeholder={t('filter.anyDistrict')}
          options={districts.map(({ id, name }) => ({ value: id, label: name }))}
          value={district}
          onChange={(value) => setTyped({ ...typed, district: value })}
        />
      )}
      <Select
        name="order"
        label={t('filter.order')}
        options={ORDERS.map((value) => ({ value, label: t(`filter.${value}`) }))}
        value={order}
        onChange={(value) => setTyped({ ...typed, order: value })}
      />
      <Button type="submit" variant="secondary">
        {t('filter.submit')}
      </Button>
    </form>
  );
}
