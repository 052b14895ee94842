import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { CardGrid } from '../../../ui/card.js';
import { Details } from '../../../ui/details.js';
import { Link } from '../../../ui/link.js';
import { goalProcessesQuery } from '../api/goal-processes.js';
import { ProcessCard } from './process-card.js';
import { PromiseBox } from './promise-box.js';

/** What the municipality asks about a goal and promises in return; nothing where it asks nothing. */
export function GoalProcesses({ goalId }: { goalId: string }) {
  const { t } = useTranslation('involvement');
  const { slug, language } = useMunicipality();
  const path = usePath();
  const { items } = useSuspenseQuery(goalProcessesQuery(slug, goalId)).data;
  const open = items.filter(({ state }) => state === 'open');
  const others = items.filter(({ state }) => state !== 'open');
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="goal-processes" className="mv-involve-section">
      <h2 className="ds-heading" data-size="sm" id="goal-processes">
        {t('goal.title')}
      </h2>
      {open.length > 0 && <p className="mv-note">{t('goal.lead')}</p>}
      {open.map((process) => (
        <div key={process.id} className="mv-goal-process">
          <h3 className="ds-heading" data-size="xs" lang={language}>
            <Link to={path('processes', process.id)}>{process.title}</Link>
          </h3>
          {process.question && <p lang={language}>{process.question}</p>}
          <PromiseBox level={process.level} />
        </div>
      ))}
      {others.length > 0 && (
        <Details summary={t('goal.earlier')} open={open.length === 0}>
          <CardGrid>
            {others.map((process) => (
              <ProcessCard key={process.id} process={process} level={3} />
            ))}
          </CardGrid>
        </Details>
      )}
    </section>
  );
}
