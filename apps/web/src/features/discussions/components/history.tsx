import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Blocks } from '../../../ui/blocks.js';
import { Time } from '../../../ui/time.js';
import { revisionsQuery } from '../api/revisions.js';
import type { Comment } from '../discussion.js';

/** What a comment said before each edit, the latest first. */
export default function History({ comment }: { comment: Comment }) {
  const { t } = useTranslation('discussions');
  const { slug } = useMunicipality();
  const { data, isError } = useQuery(revisionsQuery(slug, comment.id, comment.revision));
  return (
    <section className="mv-panel" aria-label={t('history.title')} aria-live="polite">
      <p className="mv-note">
        {isError ? t('app:errors.unavailable') : data ? t('history.title') : t('app:loading')}
      </p>
      {data && (
        <ol className="mv-history">
          {data.items.map(({ blocks, replacedAt }) => (
            <li key={replacedAt}>
              <p className="mv-note">
                {t('history.until')} <Time at={replacedAt} style="moment" />
              </p>
              <Blocks blocks={blocks} lang={comment.language} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
