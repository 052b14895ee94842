import { useTranslation } from '../../../i18n/use-translation.js';
import { usePath } from '../../../lib/municipality.js';
import { Link } from '../../../ui/link.js';
import type { Thread } from '../discussion.js';

/** Where what a moderator took to another discussion can be read now. */
export default function Moved({ moved }: Pick<Thread, 'moved'>) {
  const { t } = useTranslation('discussions');
  const at = usePath();
  return (
    <ul className="mv-note" aria-label={t('moved.label')}>
      {moved.map(({ reference, count, title, path, movedAt }) => (
        <li key={movedAt + path}>
          {reference ? t('moved.branch', { count, reference }) : t('moved.all')}{' '}
          <Link to={`${at()}/${path}`}>{title}</Link>
        </li>
      ))}
    </ul>
  );
}
