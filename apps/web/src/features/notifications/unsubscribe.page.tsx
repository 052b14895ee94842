import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { useAction } from '../../ui/action.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { unsubscribeMutation, unsubscribeQuery } from './api/unsubscribe.js';

const tokenOf = (search: URLSearchParams) => search.get('token') ?? '';

export const load = ({ params: { municipality = '' }, search, get }: LoadContext) =>
  get(unsubscribeQuery(municipality, tokenOf(search)));

/** Where the link at the foot of a letter leads. Looking ends nothing: mail programs look at links too. */
export default function UnsubscribePage() {
  const { t } = useTranslation('unsubscribe');
  const { slug, name } = useMunicipality();
  const path = usePath();
  const [search] = useSearchParams();
  const token = tokenOf(search);
  const { scope } = useSuspenseQuery(unsubscribeQuery(slug, token)).data;
  const [ended, setEnded] = useState(search.has('done'));
  const { mutateAsync } = useMutation(unsubscribeMutation(slug, token));
  const end = useAction(() => mutateAsync().then(() => setEnded(true)));
  return (
    <Page title={t(ended ? 'doneTitle' : 'title')} width="text" hidden>
      {ended ? (
        <Alert tone="success" live>
          <p>{t(`done.${scope}`, { name })}</p>
        </Alert>
      ) : (
        <>
          <p>{t(`ask.${scope}`, { name })}</p>
          <form
            method="post"
            onSubmit={(event) => {
              event.preventDefault();
              end.act();
            }}
          >
            <Button type="submit" busy={end.busy}>
              {t('submit')}
            </Button>
          </form>
        </>
      )}
      <p className="mv-aside">
        <Link to={path('notifications', 'following')}>{t('settings')}</Link>
      </p>
    </Page>
  );
}
