import type { Evidence, Group } from '@medvind/contracts';
import type { Standing } from './standing.entity.js';

/** What is known of somebody in a municipality, and what stands behind it. */
export interface Known {
  evidence: Evidence;
  groups: Group[];
  /** The day they were born, "1990-05-17"; null: not known. */
  bornOn: string | null;
}

/**
 * What counts of a person: what was confirmed, and beside it what they say of themselves by having joined here.
 * @param joined they said they live here when they joined
 */
export function knownOf(
  confirmed: Pick<Standing, 'evidence' | 'groups' | 'bornOn'> | null,
  { emailConfirmedAt }: { emailConfirmedAt: Date | null },
  joined: boolean,
): Known {
  const own: Group[] = joined ? ['resident'] : [];
  if (!confirmed) return { evidence: emailConfirmedAt ? 'email' : 'none', groups: own, bornOn: null };
  const { evidence, groups, bornOn } = confirmed;
  // Whoever was confirmed as something else than a resident does not become one by saying so.
  return { evidence, groups, bornOn };
}
