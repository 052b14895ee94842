import { useParams } from 'react-router';
import ProcessPage, { load } from '../../features/involvement/process.page.js';
import { Follow } from '../../features/notifications/components/follow.js';

export { load };

/** One process: what it asks, how it goes, what came of it, and a way to hear of that. */
export default function FollowedProcessPage() {
  const { processId = '' } = useParams();
  return <ProcessPage follow={<Follow kind="process" id={processId} />} />;
}
