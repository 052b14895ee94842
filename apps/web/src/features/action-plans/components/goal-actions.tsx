import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { Heading } from '../../../ui/heading.js';
import { Link } from '../../../ui/link.js';
import { Prose } from '../../../ui/prose.js';
import { ShowMore } from '../../../ui/show-more.js';
import { goalActionsQuery } from '../api/goal-actions.js';
import { StatusTag } from './status-tag.js';

/** What published plans do about a goal: the end of the way from what was said. */
export function GoalActions({ goalId }: { goalId: string }) {
  const { t } = useTranslation('action-plans');
  const { slug, language } = useMunicipality();
  const path = usePath();
  const { data, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(goalActionsQuery(slug, goalId));
  if (!data) return null;
  const actions = data.pages.flatMap(({ items }) => items);
  return (
    <section className="mv-flow" aria-labelledby="planned">
      <Heading level={2} id="planned">
        {t('goalActions.title')}
      </Heading>
      {actions.length === 0 && <p className="mv-note">{t('goalActions.none')}</p>}
      <ul className="mv-planned">
        {actions.map((action) => (
          <li key={action.id} className="mv-planned-action">
            <div className="mv-action-head">
              <Link to={`${path('plans', action.planId)}#${action.id}`} lang={language}>
                {[action.number, action.title].filter(Boolean).join(' ')}
              </Link>
              <StatusTag status={action.status} />
            </div>
            {action.result && (
              <div className="mv-outcome">
                <p className="mv-outcome-title">{t('goalActions.result')}</p>
                <Prose text={action.result} lang={language} />
              </div>
            )}
            <p className="mv-note">
              {t('year', { year: String(action.year) })}
              {action.inputCount > 0 && ` · ${t('goalActions.builtOn', { count: action.inputCount })}`}
            </p>
          </li>
        ))}
      </ul>
      <ShowMore
        next={data.pages.at(-1)?.next}
        busy={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
    </section>
  );
}
