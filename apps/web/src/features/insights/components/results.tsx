import { useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Button } from '../../../ui/button.js';
import { Icon } from '../../../ui/icon.js';
import { Link } from '../../../ui/link.js';
import type { Overview } from '../api/overview.js';

/** What was said became this: the proof that it is worth saying something. */
export function Results({ results }: { results: Overview['results'] }) {
  const { t } = useTranslation('insights');
  const { slug, language } = useMunicipality();
  const [all, setAll] = useState(false);
  return (
    <>
      <ul className="mv-results" data-all={all || undefined}>
        {results.map(({ title, result, contributions, path, year }) => (
          <li key={`${path}${title}`} className="mv-result">
            <p className="mv-kicker">
              <Icon name="flag" />
              {t('results.plan', { year: String(year) })}
            </p>
            <h3 className="ds-heading" data-size="2xs">
              <Link to={`/${slug}/${path}`} lang={language} className="mv-card-link">
                {title}
              </Link>
            </h3>
            <p lang={language}>{result}</p>
            {contributions > 0 && (
              <p className="mv-result-from mv-with-icon">
                <Icon name="comment" />
                {t('results.from', { count: contributions })}
              </p>
            )}
          </li>
        ))}
      </ul>
      {results.length > 2 && !all && (
        <p className="mv-results-more">
          <Button variant="secondary" onClick={() => setAll(true)}>
            {t('app:showMore')}
          </Button>
        </p>
      )}
    </>
  );
}
