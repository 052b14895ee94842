import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { Link } from '../../../ui/link.js';
import { Tag } from '../../../ui/tag.js';
import { Time } from '../../../ui/time.js';

interface InboxEntryProps {
  entry: Schema<'InboxEntry'>;
  /** Where all of them are not linked, it need not be said of each. */
  tellUnlinked: boolean;
}

/** Below an entry's text: who, where, how it was received, and where it is linked. */
export function InboxEntry({ entry, tellUnlinked }: InboxEntryProps) {
  const { t } = useTranslation('involvement-staff');
  const { slug, language } = useMunicipality();
  const path = usePath();
  const { kind, reference, agree, disagree, supportCount, links, moderation } = entry;
  return (
    <>
      <p className="mv-pick-foot">
        <Link to={`/${slug}/${entry.path}`} aria-label={t('entry.open', { reference })}>
          {reference}
        </Link>
        <span>{t(`entry.${kind}`)}</span>
        {moderation !== 'hidden' && <span>{entry.authorName ?? t('entry.gone')}</span>}
        <Time at={entry.createdAt} style="ago" />
        <span>
          {kind === 'initiative'
            ? t('entry.supports', { count: supportCount })
            : t('entry.votes', { agree, disagree })}
        </span>
      </p>
      <p className="mv-pick-foot" lang={language}>
        {[
          entry.policyTitle,
          [entry.subjectKind === 'goal' && entry.goalNumber, entry.subjectTitle].filter(Boolean).join(' '),
        ]
          .filter(Boolean)
          .join(' › ')}
      </p>
      <p className="mv-pick-links">
        {moderation === 'reported' && (
          <Tag icon="flag" color="warning">
            {t('entry.reported')}
          </Tag>
        )}
        {moderation === 'hidden' && <Tag icon="lock">{t('entry.moderated')}</Tag>}
        {links.length === 0 && tellUnlinked && moderation !== 'hidden' && (
          <Tag icon="plus">{t('entry.notLinked')}</Tag>
        )}
        {links.map(({ processId, processTitle, themeTitle, answered }) => (
          <span key={processId}>
            <Tag icon={answered ? 'success' : 'time'} color={answered ? 'success' : 'info'}>
              {answered ? t('entry.answered') : t('entry.waiting')}
            </Tag>
            <Link to={path('staff', 'processes', processId)} lang={language}>
              {processTitle}
            </Link>
            <span className="mv-note"> › {themeTitle ?? t('entry.unsorted')}</span>
          </span>
        ))}
      </p>
    </>
  );
}
