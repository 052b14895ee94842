import type { Schema } from '@medvind/api-client';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Blocks } from '../../ui/blocks.js';
import { Details } from '../../ui/details.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Heading } from '../../ui/heading.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { ShowMore } from '../../ui/show-more.js';
import { Time } from '../../ui/time.js';
import { rejectionsQuery } from './api/rejections.js';
import { ListedKinds } from './components/listed-kinds.js';

const afterOf = (search: URLSearchParams) => search.get('after') ?? undefined;

export const load = ({ params: { municipality = '' }, search, getPages }: LoadContext) =>
  getPages(rejectionsQuery(municipality, afterOf(search)));

/** What was not published, and why: for everyone, where the rule says so. */
export default function RejectionsPage() {
  const { t } = useTranslation('initiative-life');
  useTranslation('initiative-rule');
  const { slug } = useMunicipality();
  const path = usePath();
  const [search] = useSearchParams();
  const { data, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(
    rejectionsQuery(slug, afterOf(search)),
  );
  const items = data.pages.flatMap((page) => page.items);
  return (
    <Page title={t('rejected.title')} lead={t('rejected.lead')} width="text">
      <ListedKinds current="rejected" />
      {items.length === 0 ? (
        <EmptyState
          title={t('rejected.none')}
          action={<Link to={path('initiatives')}>{t('rejected.all')}</Link>}
        >
          {t('rejected.noneText')}
        </EmptyState>
      ) : (
        <div className="mv-flow">
          {items.map((rejection) => (
            <Rejected key={rejection.id} rejection={rejection} />
          ))}
        </div>
      )}
      <ShowMore
        next={data.pages.at(-1)?.next}
        onMore={() => void fetchNextPage()}
        busy={isFetchingNextPage}
      />
    </Page>
  );
}

function Rejected({ rejection }: { rejection: Schema<'PublicRejectionView'> }) {
  const { t } = useTranslation('initiative-life');
  const { t: grounds } = useTranslation('initiative-rule');
  const { language: ours } = useMunicipality();
  const path = usePath();
  const { reference, title, language, code, reasons, rejectedAt, goal, blocks } = rejection;
  return (
    <article className="mv-panel mv-flow" aria-labelledby={`rejected-${reference}`}>
      <Heading level={2} size="xs" id={`rejected-${reference}`}>
        {reference} {title && <span lang={language}>{title}</span>}
      </Heading>
      <p>
        <strong>{grounds(`rejection.${code}`)}</strong>
      </p>
      <p lang={ours}>{reasons}</p>
      {title === null ? (
        <p className="mv-note">{t('rejected.withheld')}</p>
      ) : (
        <Details summary={t('rejected.read')}>
          <Blocks blocks={blocks} lang={language} />
        </Details>
      )}
      <p className="mv-note">
        <Time at={rejectedAt} /> · <Link to={path('goals', goal.id)}>{goal.title}</Link>
      </p>
    </article>
  );
}
