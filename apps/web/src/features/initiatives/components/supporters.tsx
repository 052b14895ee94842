import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { ShowMore } from '../../../ui/show-more.js';
import { supportersQuery } from '../api/supporters.js';

/** Supporters who agreed to be named. */
export default function Supporters({ initiativeId }: { initiativeId: string }) {
  const { t } = useTranslation('initiative-life');
  const { list } = useFormat();
  const { slug } = useMunicipality();
  const { data, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(supportersQuery(slug, initiativeId));
  const names = data?.pages.flatMap(({ items }) => items.map(({ name }) => name)) ?? [];
  if (names.length === 0) return null;
  const next = data?.pages.at(-1)?.next;
  return (
    <div className="mv-flow">
      <p>
        {t('named')} {list(names)}
      </p>
      <ShowMore next={next} busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />
    </div>
  );
}
