import { useTranslation } from '../../../i18n/use-translation.js';
import { usePath } from '../../../lib/municipality.js';
import { LinkCard } from '../../../ui/card.js';
import { Time } from '../../../ui/time.js';
import type { InitiativeSummary } from '../api/initiatives.js';
import { StateTag } from './state-tag.js';
import { SupportProgress } from './support-progress.js';

interface InitiativeCardProps {
  initiative: InitiativeSummary;
  level?: 2 | 3;
  /** On a goal's own page its name says nothing new. */
  withoutGoal?: boolean;
}

export function InitiativeCard({ initiative, level = 3, withoutGoal }: InitiativeCardProps) {
  const { t } = useTranslation('initiatives');
  const path = usePath();
  const { id, reference, title, language, goal, daysLeft, publishedAt } = initiative;
  return (
    <LinkCard
      to={path('initiatives', id)}
      title={title ?? t('hiddenTitle')}
      lang={title === null ? undefined : language}
      level={level}
      kicker={
        <>
          <StateTag initiative={initiative} />
          {reference}
        </>
      }
      foot={
        <>
          {daysLeft !== null && (
            <span>{t(initiative.state === 'reached' ? 'openFor' : 'daysLeft', { count: daysLeft })}</span>
          )}
          {daysLeft === null && publishedAt && <Time at={publishedAt} style="short" />}
          {initiative.participantCount > 0 && (
            <span>{t('participants', { count: initiative.participantCount })}</span>
          )}
          {!withoutGoal && <span className="mv-initiative-goal">{goal.title}</span>}
        </>
      }
    >
      <SupportProgress initiative={initiative} />
    </LinkCard>
  );
}
