import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { Icon } from '../../../ui/icon.js';
import { Link } from '../../../ui/link.js';
import { Time } from '../../../ui/time.js';
import type { Overview } from '../api/overview.js';

/** The API gives so many characters of a comment. */
const EXCERPT = 160;

/** A comment's beginning, ended at a word. */
const begun = (text: string): string =>
  text.length < EXCERPT ? text : `${text.slice(0, text.lastIndexOf(' ')).replace(/[,.;:–-]+$/, '')} …`;

/** Where people are talking now, with the last thing said. */
export function ActiveGoals({ goals }: { goals: Overview['active'] }) {
  const { t } = useTranslation('insights');
  const { language } = useMunicipality();
  const path = usePath();
  return (
    <ul className="mv-active">
      {goals.map(({ path: to, title, policyTitle, comments, lastAt, excerpt, language: spoken }) => (
        <li key={to} className="mv-active-goal">
          {policyTitle && (
            <p className="mv-kicker" lang={language}>
              {policyTitle}
            </p>
          )}
          <h3 className="ds-heading" data-size="2xs">
            <Link to={path(...to.split('/'))} lang={language} className="mv-card-link">
              {title}
            </Link>
          </h3>
          <blockquote className="mv-quote" lang={spoken}>
            {begun(excerpt)}
          </blockquote>
          <p className="mv-card-foot">
            <span className="mv-with-icon">
              <Icon name="comment" />
              {t('active.comments', { count: comments })}
            </span>
            <span>
              {t('active.last')} <Time at={lastAt} style="ago" />
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
