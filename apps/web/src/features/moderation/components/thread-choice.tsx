import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import type { Field } from '../../../lib/form.js';
import { RadioGroup } from '../../../ui/choices.js';
import { TextField } from '../../../ui/text-field.js';
import { threadsQuery } from '../api/threads.js';

interface ThreadChoiceProps extends Field<string> {
  municipality: string;
  /** Where it stands already. */
  except: string | null;
}

/** One of the discussions whose title has what is typed. */
export function ThreadChoice({ municipality, except, ...field }: ThreadChoiceProps) {
  const { t } = useTranslation('moderation');
  const [search, setSearch] = useState('');
  const { data } = useQuery(threadsQuery(municipality, useDeferredValue(search)));
  const found = (search.trim() ? (data?.items ?? []) : []).filter(({ id }) => id !== except);
  return (
    <>
      <TextField
        name="thread-search"
        type="search"
        label={t('move.search')}
        hint={t('move.searchHint')}
        value={search}
        onChange={setSearch}
      />
      <p className="mv-note" role="status">
        {search.trim() && data && t('move.found', { count: found.length })}
      </p>
      {(found.length > 0 || field.problem) && (
        <RadioGroup
          {...field}
          options={found.map(({ id, title, policyTitle }) => ({
            value: id,
            label: title,
            ...(policyTitle && { hint: policyTitle }),
          }))}
        />
      )}
    </>
  );
}
