import { useLocation } from 'react-router';
import type { SubjectRef } from '../features/discussions/api/discussion.js';
import { useTranslation } from '../i18n/use-translation.js';
import { Icon } from '../ui/icon.js';
import { Link } from '../ui/link.js';
import type { Opened } from './opened-discussion.js';
import { SubjectDiscussion } from './subject-discussion.js';

interface OpenDiscussionProps {
  of: SubjectRef;
  /** Of what it is about. */
  title: string;
  count: number;
  /** The one that stands open on the page. */
  opened: Opened | null;
}

/** What is said of a part of a page: an address opens it, with and without a script. */
export function OpenDiscussion({ of, title, count, opened }: OpenDiscussionProps) {
  const { t } = useTranslation('discussions');
  const { pathname } = useLocation();
  const id = `discuss-${of.split(':')[1]}`;
  if (opened?.of === of)
    return (
      <div className="mv-discuss">
        <SubjectDiscussion {...opened} id={id} title={t('ofPart', { title })} />
        <p>
          <Link to={`${pathname}#${id}`} preventScrollReset>
            {t('discuss.close')}
          </Link>
        </p>
      </div>
    );
  return (
    <p className="mv-discuss" id={id}>
      <Link to={`${pathname}?discuss=${of}#${id}`} preventScrollReset className="ds-link mv-with-icon">
        <Icon name="comment" />
        {count > 0 ? t('discuss.open', { count }) : t('discuss.begin')}
        <span className="ds-sr-only">: {title}</span>
      </Link>
    </p>
  );
}
