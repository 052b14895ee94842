import { useLocation } from 'react-router';
import { useTranslation } from '../../../i18n/use-translation.js';
import { Blocks } from '../../../ui/blocks.js';
import { Link } from '../../../ui/link.js';
import { Tag } from '../../../ui/tag.js';
import { Time } from '../../../ui/time.js';
import { linkTo } from '../anchor.js';
import type { Comment } from '../discussion.js';

/** What the municipality answers to the whole thread, before all else. */
export function Official({ comment }: { comment: Comment }) {
  const { t } = useTranslation('discussions');
  const { pathname } = useLocation();
  return (
    <aside className="mv-official mv-flow" aria-label={t('official.toThread')}>
      <OfficialMark comment={comment} label={t('official.toThread')} />
      <Blocks blocks={comment.blocks} lang={comment.language} />
      <p>
        <Link to={linkTo(pathname, comment.id)}>{t('official.read')}</Link>
      </p>
    </aside>
  );
}

/** That a comment is the official answer, by whom and since when. */
export function OfficialMark({ comment: { official, author }, label }: { comment: Comment; label?: string }) {
  const { t } = useTranslation('discussions');
  if (!official) return null;
  return (
    <p className="mv-official-mark">
      <Tag color="success" icon="success">
        {label ?? t('official.title')}
      </Tag>{' '}
      <span className="mv-note">
        {t('official.by', { name: official.by ?? author?.name ?? t('author.gone') })}{' '}
        <Time at={official.at} />
      </span>
    </p>
  );
}
