import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Button } from '../../../ui/button.js';
import { Link } from '../../../ui/link.js';
import { goalChoicesQuery, policyChoicesQuery } from '../api/choices.js';
import type { InboxFilter } from '../api/inbox.js';
import { CompactSelect } from './compact-select.js';

interface InboxFiltersProps {
  filter: InboxFilter;
  onChange: (change: Partial<InboxFilter>) => void;
}

/** Part of the address, so that a filtered inbox can be kept and sent. A plain form until the page has woken. */
export function InboxFilters({ filter, onChange }: InboxFiltersProps) {
  const { t } = useTranslation('involvement-staff');
  const { slug } = useMunicipality();
  const { items: policies } = useSuspenseQuery(policyChoicesQuery(slug)).data;
  const policy = policies.find(({ id }) => id === filter.policyId);
  const { data: tree } = useQuery({
    ...goalChoicesQuery(slug, policy?.slug ?? ''),
    enabled: Boolean(policy),
  });
  const [text, setText] = useState(filter.search ?? '');
  const search = (event: FormEvent) => {
    event.preventDefault();
    onChange({ search: text.trim() || undefined });
  };
  return (
    <form className="mv-filters" role="search" aria-label={t('inbox.filters')} onSubmit={search}>
      <input type="hidden" name="state" value={filter.state} />
      <div className="mv-compact mv-compact-wide">
        <label className="ds-label" data-weight="medium" htmlFor="choose-search">
          {t('inbox.search')}
        </label>
        <input
          className="ds-input"
          type="search"
          id="choose-search"
          name="search"
          value={text}
          aria-describedby="choose-search-hint"
          onChange={(event) => setText(event.target.value)}
        />
        <p className="mv-note" id="choose-search-hint">
          {t('inbox.searchHint')}
        </p>
      </div>
      <CompactSelect
        name="kind"
        label={t('inbox.kind')}
        empty={t('inbox.allKinds')}
        value={filter.kind ?? ''}
        onChange={(kind) => onChange({ kind: KINDS.find((known) => known === kind) })}
        options={KINDS.map((kind) => ({ value: kind, label: t(`entry.${kind}`) }))}
      />
      <CompactSelect
        name="policyId"
        label={t('inbox.policy')}
        empty={t('inbox.allPolicies')}
        value={filter.policyId ?? ''}
        onChange={(policyId) => onChange({ policyId: policyId || undefined, goalId: undefined })}
        options={policies.map(({ id, title }) => ({ value: id, label: title }))}
      />
      {tree && tree.id === policy?.id && (
        <CompactSelect
          name="goalId"
          label={t('inbox.goal')}
          empty={t('inbox.allGoals')}
          value={filter.goalId ?? ''}
          onChange={(goalId) => onChange({ goalId: goalId || undefined })}
          options={tree.goals.map(({ id, number, title, level }) => ({
            value: id,
            label: `${' '.repeat((level - 1) * 3)}${[number, title].filter(Boolean).join(' ')}`,
          }))}
        />
      )}
      <div className="mv-actions">
        <Button type="submit" variant="secondary">
          {t('inbox.searchDo')}
        </Button>
        {(filter.search || filter.kind || filter.policyId) && (
          <Link to={`?state=${filter.state}`} onClick={() => setText('')}>
            {t('inbox.clear')}
          </Link>
        )}
      </div>
    </form>
  );
}

const KINDS = ['comment', 'initiative'] as const;
