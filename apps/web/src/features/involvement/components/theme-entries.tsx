import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Link } from '../../../ui/link.js';
import { Skeleton } from '../../../ui/loading.js';
import { ShowMore } from '../../../ui/show-more.js';
import { linksQuery } from '../api/work.js';
import { TypeTag } from './marks.js';

/** What was said, beside the answer one writes to it. */
export function ThemeEntries({ processId, themeId }: { processId: string; themeId: string }) {
  const { t } = useTranslation('involvement-staff');
  const { slug, language } = useMunicipality();
  const { data, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(linksQuery(slug, processId, themeId));
  if (!data) return <Skeleton lines={4} />;
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <p className="mv-note">{t('sort.emptyTheme')}</p>;
  return (
    <>
      <ul className="mv-quotes">
        {items.map((each) => (
          <li key={each.id}>
            <p className="mv-pick-said" lang={each.text === null ? language : each.language}>
              {each.text ?? t('entry.hidden')}
            </p>
            <p className="mv-quotes-foot">
              <Link to={`/${slug}/${each.path}`} aria-label={t('entry.open', { reference: each.reference })}>
                {each.reference}
              </Link>
              {each.type && <TypeTag type={each.type} />}
            </p>
          </li>
        ))}
      </ul>
      <ShowMore
        next={data.pages.at(-1)?.next}
        busy={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
    </>
  );
}
