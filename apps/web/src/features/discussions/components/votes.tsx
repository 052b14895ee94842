import type { Schema } from '@medvind/api-client';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Icon } from '../../../ui/icon.js';
import { voteMutation } from '../api/comment.js';
import type { Comment } from '../discussion.js';

const VOTES: Schema<'Vote'>[] = ['agree', 'disagree', 'pass'];

interface VotesProps {
  comment: Comment;
  /** Whether one can vote at all; whoever is not signed in is asked to. */
  open: boolean;
  onVoted: (comment: Comment) => void;
}

/** What others think of a comment, and what one thinks oneself: pressed once it counts, pressed again it is taken back. */
export function Votes({ comment, open, onVoted }: VotesProps) {
  const { t } = useTranslation('discussions');
  return (
    <div className="mv-votes" role="group" aria-label={t('vote.group')}>
      {VOTES.map((vote) =>
        open ? (
          <VoteButton key={vote} vote={vote} comment={comment} onVoted={onVoted} />
        ) : (
          <span key={vote} className="mv-vote" data-closed>
            <VoteText vote={vote} count={comment[vote]} />
          </span>
        ),
      )}
    </div>
  );
}

function VoteButton({ vote, comment, onVoted }: Omit<VotesProps, 'open'> & { vote: Schema<'Vote'> }) {
  const { slug } = useMunicipality();
  const { mutateAsync } = useMutation(voteMutation(slug, comment.id));
  const chosen = comment.myVote === vote;
  const { act, busy } = useAction(async () => onVoted(await mutateAsync(chosen ? null : vote)));
  return (
    <button
      type="button"
      className="mv-vote"
      aria-pressed={chosen}
      aria-busy={busy || undefined}
      onClick={act}
    >
      {chosen && <Icon name="check" />}
      <VoteText vote={vote} count={comment[vote]} />
    </button>
  );
}

/** Seen "Enig 12", heard "Enig, 12 har valgt det". */
function VoteText({ vote, count }: { vote: Schema<'Vote'>; count: number }) {
  const { t } = useTranslation('discussions');
  const { number } = useFormat();
  const label = t(`vote.${vote}`);
  return (
    <>
      <span aria-hidden="true">
        {label} <span className="mv-vote-count">{number(count)}</span>
      </span>
      <span className="ds-sr-only">{t('vote.chosen', { vote: label, count })}</span>
    </>
  );
}
