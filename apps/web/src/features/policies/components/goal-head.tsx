import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';
import { usePath } from '../../../lib/municipality.js';
import type { Crumb } from '../../../ui/breadcrumbs.js';
import { Heading } from '../../../ui/heading.js';
import { Prose } from '../../../ui/prose.js';
import { Tag } from '../../../ui/tag.js';
import { ExpiredBanner } from './expired-banner.js';
import { GoalOutline } from './goal-outline.js';

type Goal = Schema<'GoalView'>;

/** The way down to a goal: all policies, its policy, the goals above it. */
export function useGoalCrumbs(): (goal: Goal) => Crumb[] {
  const { t } = useTranslation('policies');
  const path = usePath();
  return ({ policy, ancestors }) => [
    { label: t('list.title'), to: path('policies') },
    { label: policy.title, to: path('policies', policy.slug), lang: policy.language },
    ...ancestors.map(({ id, title }) => ({ label: title, to: path('goals', id), lang: policy.language })),
  ];
}

/** "Rammemål 2.1": the level's name in its policy, and the number as printed. */
export const goalKicker = ({ levelName, number, policy }: Goal) => (
  <span lang={policy.language}>{[levelName, number].filter(Boolean).join(' ') || policy.title}</span>
);

/** What a goal says, whom it is for, and the goals below it. */
export function GoalText({ goal, comments }: { goal: Goal; comments: ReadonlyMap<string, number> }) {
  const { t } = useTranslation('policies');
  const { policy, text, targetGroups, children, level } = goal;
  return (
    <>
      <ExpiredBanner {...policy} />
      {text && <Prose text={text} lang={policy.language} />}
      {targetGroups.length > 0 && (
        <p className="mv-tags">
          <span>{t('targetGroups')}</span>
          {targetGroups.map((group) => (
            <Tag key={group} icon="person">
              <span lang={policy.language}>{group}</span>
            </Tag>
          ))}
        </p>
      )}
      {children.length > 0 && (
        <section className="mv-flow" aria-labelledby="below">
          <Heading level={2} id="below" size="xs" lang={policy.levels[level] ? policy.language : undefined}>
            {policy.levels[level] ?? t('below')}
          </Heading>
          <GoalOutline
            goals={children.map((child) => ({ ...child, parentId: null }))}
            comments={comments}
            label={t('below')}
            lang={policy.language}
          />
        </section>
      )}
    </>
  );
}
