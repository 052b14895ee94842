import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { usePath } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Button } from '../../../ui/button.js';
import { Details } from '../../../ui/details.js';
import { Form } from '../../../ui/form.js';
import { TextField } from '../../../ui/text-field.js';
import { useToast } from '../../../ui/toast.js';
import { filtersQuery, forgetFilterMutation, saveFilterMutation } from '../api/filters.js';

interface SavedFiltersProps {
  municipality: string;
  /** What is looked at now, as an address has it; empty: everything. */
  now: string;
}

/** One's own ways of looking at the queue, one click away. */
export function SavedFilters({ municipality, now }: SavedFiltersProps) {
  const { t } = useTranslation('moderation');
  const path = usePath();
  const filters = useQuery(filtersQuery(municipality)).data?.items ?? [];
  if (filters.length === 0 && now === '') return null;
  return (
    <Details summary={t('filters.title', { count: filters.length })}>
      {filters.length > 0 && (
        <ul className="mv-saved" aria-label={t('filters.list')}>
          {filters.map(({ id, name, query }) => (
            <li key={id}>
              <Link
                className="ds-link"
                to={`${path('moderation')}?${query}`}
                aria-current={query === now ? 'true' : undefined}
              >
                {name}
              </Link>
              <Forget municipality={municipality} id={id} name={name} />
            </li>
          ))}
        </ul>
      )}
      {now !== '' && <Save municipality={municipality} query={now} />}
    </Details>
  );
}

function Save({ municipality, query }: { municipality: string; query: string }) {
  const { t } = useTranslation('moderation');
  const client = useQueryClient();
  const toast = useToast();
  const { mutateAsync } = useMutation(saveFilterMutation(municipality));
  const form = useForm({
    initial: { name: '' },
    submit: ({ name }) => mutateAsync({ name, query }),
    done: ({ name }) => {
      toast(t('filters.saved', { name }));
      void client.invalidateQueries({ queryKey: filtersQuery(municipality).queryKey });
    },
  });
  return (
    <Form form={form} submit={t('filters.save')}>
      <TextField {...form.field('name', t('filters.name'))} hint={t('filters.hint')} autoComplete="off" />
    </Form>
  );
}

function Forget({ municipality, id, name }: { municipality: string; id: string; name: string }) {
  const { t } = useTranslation('moderation');
  const client = useQueryClient();
  const { mutateAsync } = useMutation(forgetFilterMutation(municipality));
  const forget = useAction(async () => {
    await mutateAsync(id);
    await client.invalidateQueries({ queryKey: filtersQuery(municipality).queryKey });
  });
  return (
    <Button variant="tertiary" color="neutral" size="sm" busy={forget.busy} onClick={forget.act}>
      {t('filters.forget')}
      <span className="ds-sr-only"> {name}</span>
    </Button>
  );
}
