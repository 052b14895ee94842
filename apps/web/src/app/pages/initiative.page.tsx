import { useParams } from 'react-router';
import { initiativeQuery } from '../../features/initiatives/api/initiative.js';
import { InitiativeBody } from '../../features/initiatives/components/initiative-body.js';
import type { LoadContext } from '../../lib/page.js';

export const load = ({ params, get }: LoadContext) =>
  get(initiativeQuery(params.municipality ?? '', params.initiativeId ?? ''));

export default function InitiativePage() {
  const { initiativeId = '' } = useParams();
  return <InitiativeBody initiativeId={initiativeId} />;
}
