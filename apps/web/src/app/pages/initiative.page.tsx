import { useParams } from 'react-router';
import { initiativeQuery } from '../../features/initiatives/api/initiative.js';
import { InitiativeBody } from '../../features/initiatives/components/initiative-body.js';
import { ContributionActions } from '../../features/moderation/components/contribution-actions.js';
import { useMunicipality } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';

export const load = ({ params, get }: LoadContext) =>
  get(initiativeQuery(params.municipality ?? '', params.initiativeId ?? ''));

/** One initiative: what is proposed, how far it is, and what became of it. */
export default function InitiativePage() {
  const { initiativeId = '' } = useParams();
  const { slug } = useMunicipality();
  return (
    <InitiativeBody
      initiativeId={initiativeId}
      actions={({ id, reference, hidden, proposer, can }) => (
        <ContributionActions
          kind="initiative"
          {...{ id, reference, hidden, can }}
          municipality={slug}
          author={proposer}
        />
      )}
    />
  );
}
