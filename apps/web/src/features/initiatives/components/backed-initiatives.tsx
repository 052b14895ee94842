import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { Button, LinkButton } from '../../../ui/button.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Icon } from '../../../ui/icon.js';
import { backedInitiativesQuery } from '../api/backed-initiatives.js';
import { InitiativeCard } from './initiative-card.js';

/** What one supports or will take part in; nobody else sees this list. */
export function BackedInitiatives() {
  const { t } = useTranslation('initiatives');
  const { t: life } = useTranslation('initiative-life');
  const { slug } = useMunicipality();
  const path = usePath();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(
    backedInitiativesQuery(slug),
  );
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return (
      <EmptyState
        title={t('backed.none')}
        action={
          <LinkButton to={path('initiatives')} variant="secondary">
            {t('backed.find')}
          </LinkButton>
        }
      />
    );
  return (
    <>
      <p className="mv-note">{t('backed.private')}</p>
      <ol className="mv-backed">
        {items.map((initiative) => (
          <li key={initiative.id}>
            <InitiativeCard initiative={initiative} />
            <p className="mv-said">
              <Icon name="check" />
              {[
                initiative.stance &&
                  (initiative.supports ? t('support.given') : life(`stance.said.${initiative.stance}`)),
                initiative.participates && t('participation.given'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <p className="mv-show-more">
          <Button variant="secondary" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('app:showMore')}
          </Button>
        </p>
      )}
    </>
  );
}
