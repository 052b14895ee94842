import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { Blocks } from '../../../ui/blocks.js';
import { Button } from '../../../ui/button.js';
import { Heading } from '../../../ui/heading.js';
import { Link } from '../../../ui/link.js';
import { Optional } from '../../../ui/optional.js';
import { ShowMore } from '../../../ui/show-more.js';
import { Time } from '../../../ui/time.js';
import type { Initiative } from '../api/initiatives.js';
import { remarksQuery } from '../api/remarks.js';

// The proposers', and few of those who read are.
const RemarkForm = lazy(() => import('./remark-form.js'));

/** What its proposers added after it was published, each with its date. */
export function Remarks({ initiative }: { initiative: Initiative }) {
  const { t } = useTranslation('proposing');
  const { slug } = useMunicipality();
  const path = usePath();
  const [writing, setWriting] = useState(false);
  const { data, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(
    remarksQuery(slug, initiative.id),
  );
  const remarks = data.pages.flatMap((page) => page.items);
  if (remarks.length === 0 && !initiative.can.remark) return null;
  return (
    <section className="mv-flow" aria-labelledby="remarks">
      <Heading level={2} size="xs" id="remarks">
        {t('remarks.title')}
      </Heading>
      {remarks.length > 0 && (
        <ol className="mv-remarks">
          {remarks.map(({ id, blocks, language, createdAt, author }) => (
            <li key={id} className="mv-flow">
              <p className="mv-note">
                <Link to={`${path('initiatives', initiative.id)}?comment=${id}`}>
                  <Time at={createdAt} />
                </Link>
                {author && `, ${author.name}`}
              </p>
              <Blocks blocks={blocks} lang={language} />
            </li>
          ))}
        </ol>
      )}
      <ShowMore
        next={data.pages.at(-1)?.next}
        busy={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
      {initiative.can.remark &&
        (writing ? (
          <Optional>
            <RemarkForm initiativeId={initiative.id} onClose={() => setWriting(false)} />
          </Optional>
        ) : (
          <div>
            <Button variant="secondary" size="sm" icon="plus" onClick={() => setWriting(true)}>
              {t('remarks.add')}
            </Button>
          </div>
        ))}
    </section>
  );
}
