import { useMutation, useQuery, useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { useAction } from '../../ui/action.js';
import { Button, LinkButton } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Listed } from '../../ui/listed.js';
import { Page } from '../../ui/page.js';
import { useToast } from '../../ui/toast.js';
import { notificationsQuery, readMutation } from './api/notifications.js';
import { unreadQuery } from './api/unread.js';
import { Notice } from './components/notice.js';

const afterOf = (search: URLSearchParams): string | undefined => search.get('after') ?? undefined;

export const load = ({ params: { municipality = '' }, search, get, getPages }: LoadContext) =>
  Promise.all([getPages(notificationsQuery(municipality, afterOf(search))), get(unreadQuery(municipality))]);

export default function NotificationsPage() {
  const { t } = useTranslation('notifications');
  const { slug } = useMunicipality();
  const path = usePath();
  const client = useQueryClient();
  const toast = useToast();
  const [search] = useSearchParams();
  const list = useSuspenseInfiniteQuery(notificationsQuery(slug, afterOf(search)));
  const unread = useQuery(unreadQuery(slug)).data?.count ?? 0;
  const { mutate, mutateAsync } = useMutation({
    ...readMutation(slug),
    onSettled: () => client.invalidateQueries({ queryKey: ['notifications', slug] }),
  });
  const newest = list.data.pages[0]?.items[0];
  const readAll = useAction(async () => {
    // Not what arrives while one presses: that has not been seen.
    await mutateAsync(newest ? { upTo: newest.id } : {});
    toast(t('allRead'));
  });
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="text"
      hidden
      actions={
        <>
          {unread > 0 && (
            <Button variant="secondary" busy={readAll.busy} onClick={readAll.act}>
              {t('readAll')}
            </Button>
          )}
          <LinkButton to={path('notifications', 'following')} variant="tertiary">
            {t('settings')}
          </LinkButton>
        </>
      }
    >
      <Listed
        list={list}
        ordered
        className="mv-notices"
        label={t('list')}
        none={
          <EmptyState
            title={t('empty')}
            action={
              <LinkButton to={path('policies')} variant="secondary">
                {t('emptyAction')}
              </LinkButton>
            }
          >
            {t('emptyText')}
          </EmptyState>
        }
      >
        {(notice) => (
          <Notice notice={notice} onFollow={() => notice.readAt === null && mutate({ ids: [notice.id] })} />
        )}
      </Listed>
    </Page>
  );
}
