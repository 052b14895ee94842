import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Held } from '../../../ui/held.js';
import { Icon } from '../../../ui/icon.js';
import { Link } from '../../../ui/link.js';
import { Time } from '../../../ui/time.js';
import type { OwnContribution } from '../api/own-contributions.js';
import { Trail } from './trail.js';

/** What one said or proposed, and what became of it. */
export function Contribution({ contribution }: { contribution: OwnContribution }) {
  const { t } = useTranslation('insights');
  const { slug, language } = useMunicipality();
  const { kind, id, reference, text, goalTitle, path, steps } = contribution;
  const at = steps[0]?.at;
  return (
    <article className="mv-contribution" aria-labelledby={`contribution-${id}`}>
      <p className="mv-contribution-head">
        <span className="mv-kicker">
          <Icon name={kind === 'comment' ? 'comment' : 'plus'} />
          {t(`mine.kind.${kind}`, { reference })}
        </span>
        {at && <Time at={at} />}
      </p>
      <h3 id={`contribution-${id}`} className={kind === 'comment' ? 'mv-quote' : 'mv-contribution-title'}>
        <Link to={`/${slug}/${path}`} lang={contribution.language} className="mv-contribution-link">
          {text}
        </Link>
      </h3>
      <p className="mv-note">
        {t('mine.under')} <span lang={language}>{goalTitle}</span>
      </p>
      {contribution.heldReason && (
        <div className="mv-tombstone">
          <p>
            <Icon name="time" /> {t('mine.held')}
          </p>
          <Held reason={contribution.heldReason} detail={contribution.heldDetail} />
        </div>
      )}
      <Trail trail={contribution} always />
    </article>
  );
}
