import { useTranslation } from '../i18n/use-translation.js';
import { usePath } from '../lib/municipality.js';
import { Alert } from './alert.js';
import { Link } from './link.js';

export interface HeldNoteProps {
  /** The code of the rule. */
  reason: string | null;
  /** What waits; moderators find what the rule did with it. */
  traced?: `comment=${string}` | `initiative=${string}`;
}

const RULES = [
  'before-publication',
  'thread-before-publication',
  'new-account',
  'link',
  'outside-hours',
  'word',
  'suspected-spam',
] as const;

/** That something waits for a moderator, which rule wants it so, and that no rule has the last word. */
export default function HeldNote({ reason, traced }: HeldNoteProps) {
  const { t } = useTranslation('held');
  const path = usePath();
  const rule = RULES.find((known) => known === reason);
  return (
    <Alert title={t('title')}>
      <p>
        {rule && `${t(`why.${rule}`)} `}
        {t('says')} {!traced && t('next')}
      </p>
      {traced && (
        <p>
          <Link to={`${path('moderation', 'traces')}?${traced}`}>{t('trace')}</Link>
        </p>
      )}
    </Alert>
  );
}
