import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { LinkButton } from '../../../ui/button.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Listed } from '../../../ui/listed.js';
import { ownContributionsQuery } from '../api/own-contributions.js';
import { Contribution } from './contribution.js';

/** Everything one wrote here, and what became of it. */
export function OwnContributions() {
  const { t } = useTranslation('insights');
  const { slug } = useMunicipality();
  const path = usePath();
  const [search] = useSearchParams();
  const list = useSuspenseInfiniteQuery(ownContributionsQuery(slug, search.get('after') ?? undefined));
  return (
    <Listed
      list={list}
      ordered
      className="mv-contributions"
      none={
        <EmptyState
          title={t('mine.none')}
          action={<LinkButton to={path('policies')}>{t('mine.begin')}</LinkButton>}
        >
          {t('mine.noneText')}
        </EmptyState>
      }
    >
      {(item) => <Contribution contribution={item} />}
    </Listed>
  );
}
