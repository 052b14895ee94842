import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from '../../../i18n/use-translation.js';
import { usePath } from '../../../lib/municipality.js';
import { Button } from '../../../ui/button.js';
import { Select } from '../../../ui/select.js';
import { TextField } from '../../../ui/text-field.js';
import { FOUND_KINDS, type Search } from '../api/search.js';

/** A form that asks by address: it works without a script, and what was found can be linked to. */
export function SearchForm({ search }: { search: Search }) {
  const { t } = useTranslation('search');
  const path = usePath();
  const navigate = useNavigate();
  const asked = JSON.stringify(search);
  const [typed, setTyped] = useState({ q: search.q, kind: search.kind as string, asked });
  // Going back shows what was asked for then.
  if (typed.asked !== asked) setTyped({ q: search.q, kind: search.kind, asked });
  const { q, kind } = typed;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const said = new URLSearchParams({ q: q.trim(), ...(kind && { kind }) });
    void navigate(`${path('search')}?${said}`, { preventScrollReset: true });
  };
  return (
    <form
      className="mv-search-form"
      role="search"
      aria-label={t('title')}
      action={path('search')}
      onSubmit={submit}
    >
      <TextField
        name="q"
        type="search"
        label={t('words')}
        hint={t('hint')}
        value={q}
        onChange={(value) => setTyped({ ...typed, q: value })}
      />
      <Select
        name="kind"
        label={t('among')}
        placeholder={t('everything')}
        options={FOUND_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        value={kind}
        onChange={(value) => setTyped({ ...typed, kind: value })}
      />
      <Button type="submit">{t('submit')}</Button>
    </form>
  );
}
