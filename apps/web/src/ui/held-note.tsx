import { useTranslation } from '../i18n/use-translation.js';
import { usePath } from '../lib/municipality.js';
import { Link } from './link.js';

export interface HeldNoteProps {
  /** The code of the rule. */
  reason: string | null;
  /** The word, link or limit it saw. */
  detail?: string | null | undefined;
  /** What waits; moderators find what the rule did with it. */
  traced?: `comment=${string}` | `initiative=${string}`;
}

const RULES = [
  'scheme-review',
  'before-publication',
  'thread-before-publication',
  'new-account',
  'link',
  'outside-hours',
  'word',
  'suspected-spam',
] as const;

/** Those that rest on something in the text or its time. */
const SAW = ['new-account', 'link', 'outside-hours', 'word', 'suspected-spam'] as const;

/** Which rule wants something to wait for a moderator, and that no rule has the last word. */
export default function HeldNote({ reason, detail, traced }: HeldNoteProps) {
  const { t } = useTranslation('held');
  const path = usePath();
  const rule = RULES.find((known) => known === reason);
  const saw = SAW.find((known) => known === reason);
  const why = detail && saw ? t(`saw.${saw}`, { detail }) : rule && t(`why.${rule}`);
  return (
    <>
      <p>
        {why && `${why} `}
        {t('says')} {!traced && t('next')}
      </p>
      {traced && (
        <p>
          <Link to={`${path('moderation', 'traces')}?${traced}`}>{t('trace')}</Link>
        </p>
      )}
    </>
  );
}
