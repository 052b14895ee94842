import { useParams } from 'react-router';
import { initiativeQuery } from '../../features/initiatives/api/initiative.js';
import { InitiativeBody } from '../../features/initiatives/components/initiative-body.js';
import { trailsQuery, useTrails } from '../../features/insights/api/trails.js';
import { FullTrail } from '../../features/insights/components/trail.js';
import { ContributionActions } from '../../features/moderation/components/contribution-actions.js';
import { Follow } from '../../features/notifications/components/follow.js';
import { useMunicipality } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';

export const load = ({ params: { municipality = '', initiativeId = '' }, get }: LoadContext) =>
  Promise.all([
    get(initiativeQuery(municipality, initiativeId)),
    get(trailsQuery(municipality, [initiativeId])).catch(() => undefined),
  ]);

/** One initiative: what is proposed, how far it is, and what became of it. */
export default function InitiativePage() {
  const { initiativeId = '' } = useParams();
  const { slug } = useMunicipality();
  const trail = useTrails([initiativeId]).get(initiativeId);
  return (
    <InitiativeBody
      initiativeId={initiativeId}
      trail={<FullTrail trail={trail} />}
      actions={({ id, reference, hidden, proposer, can }) => (
        <>
          {!hidden && <Follow kind="initiative" id={id} />}
          <ContributionActions
            kind="initiative"
            {...{ id, reference, hidden, can }}
            municipality={slug}
            author={proposer}
          />
        </>
      )}
    />
  );
}
