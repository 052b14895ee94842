import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { usePath } from '../../../lib/municipality.js';
import { LinkCard } from '../../../ui/card.js';
import type { VoteSummary } from '../api/votes.js';
import { StateTag } from './state-tag.js';

export function VoteCard({ vote, withoutGoal }: { vote: VoteSummary; withoutGoal?: boolean }) {
  const { t } = useTranslation('votes');
  const { date } = useFormat();
  const path = usePath();
  const { id, question, language, state, opensAt, closesAt, goal } = vote;
  return (
    <LinkCard
      to={path('votes', id)}
      title={question}
      lang={language}
      level={3}
      kicker={<StateTag state={state} />}
      foot={
        <>
          {state !== 'called-off' && (
            <span suppressHydrationWarning>
              {state === 'coming'
                ? t('opens', { at: date(opensAt, 'moment') })
                : t(state === 'closed' ? 'closed' : 'closes', { at: date(closesAt, 'moment') })}
            </span>
          )}
          {!withoutGoal && <span>{goal.title}</span>}
        </>
      }
    />
  );
}
