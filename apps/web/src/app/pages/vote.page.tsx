import { useParams } from 'react-router';
import { Follow } from '../../features/notifications/components/follow.js';
import { voteQuery } from '../../features/votes/api/vote.js';
import { VoteBody } from '../../features/votes/components/vote-body.js';
import type { LoadContext } from '../../lib/page.js';

export const load = ({ params: { municipality = '', voteId = '' }, get }: LoadContext) =>
  get(voteQuery(municipality, voteId));

/** A vote, and whether one hears of it. */
export default function VotePage() {
  const { voteId = '' } = useParams();
  return <VoteBody follow={<Follow kind="vote" id={voteId} />} />;
}
