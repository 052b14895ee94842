import type { Schema } from '@medvind/api-client';
import { useMutation, useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { useAction } from '../../ui/action.js';
import { Button, LinkButton } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Heading } from '../../ui/heading.js';
import { Link } from '../../ui/link.js';
import { Listed } from '../../ui/listed.js';
import { Page } from '../../ui/page.js';
import { useToast } from '../../ui/toast.js';
import { followMutation, followsQuery } from './api/follows.js';
import { notificationSettingsQuery } from './api/settings.js';
import { SettingsForm } from './components/settings-form.js';

const afterOf = (search: URLSearchParams): string | undefined => search.get('after') ?? undefined;

export const load = ({ params: { municipality = '' }, search, get, getPages }: LoadContext) =>
  Promise.all([
    getPages(followsQuery(municipality, afterOf(search))),
    get(notificationSettingsQuery(municipality)),
  ]);

export default function FollowingPage() {
  const { t } = useTranslation('following');
  const { t: notifications } = useTranslation('notifications');
  const { slug } = useMunicipality();
  const path = usePath();
  const [search] = useSearchParams();
  const list = useSuspenseInfiniteQuery(followsQuery(slug, afterOf(search)));
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="text"
      breadcrumbs={[{ label: notifications('title'), to: path('notifications') }]}
      hidden
    >
      <section aria-labelledby="followed" className="mv-following">
        <Heading level={2} size="sm" id="followed">
          {t('list')}
        </Heading>
        <Listed
          list={list}
          className="mv-follows"
          none={
            <EmptyState
              title={t('none')}
              action={
                <LinkButton to={path('policies')} variant="secondary">
                  {notifications('emptyAction')}
                </LinkButton>
              }
            >
              {t('noneText')}
            </EmptyState>
          }
        >
          {(follow) => <Followed follow={follow} />}
        </Listed>
      </section>
      <section aria-labelledby="settings" className="mv-following">
        <Heading level={2} size="sm" id="settings">
          {t('settings.title')}
        </Heading>
        <SettingsForm />
      </section>
    </Page>
  );
}

function Followed({ follow }: { follow: Schema<'FollowView'> }) {
  const { t } = useTranslation('following');
  const { slug } = useMunicipality();
  const path = usePath();
  const client = useQueryClient();
  const toast = useToast();
  const { kind, subjectId, title, language, path: page } = follow;
  const { mutateAsync } = useMutation({
    ...followMutation(slug),
    onSettled: () => client.invalidateQueries({ queryKey: ['follows', slug] }),
  });
  const end = useAction(async () => {
    await mutateAsync({ kind, subjectId, follow: false });
    toast({
      text: t('button.ended'),
      action: { label: t('undo'), run: () => void mutateAsync({ kind, subjectId, follow: true }) },
    });
  });
  return (
    <>
      <span>
        <span className="mv-note">{t(`kind.${kind}`)}</span>
        <span lang={language}>
          <Link to={`${path()}/${page}`}>{title}</Link>
        </span>
      </span>
      <Button variant="tertiary" size="sm" busy={end.busy} onClick={end.act}>
        {t('end')}
        <span className="ds-sr-only" lang={language}>
          {' '}
          {title}
        </span>
      </Button>
    </>
  );
}
