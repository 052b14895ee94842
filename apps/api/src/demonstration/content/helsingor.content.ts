import type { MunicipalityContent } from './content.types.js';
import {
  helsingorComments,
  helsingorInitiativeRule,
  helsingorInitiatives,
  helsingorPeople,
} from './helsingor.debate.js';
import { helsingorPolicies, helsingorUnits, helsingorVision } from './helsingor.policies.js';
import { helsingorPlans, helsingorProcesses } from './helsingor.work.js';

export const helsingor: MunicipalityContent = {
  slug: 'helsingor',
  writtenOn: '2026-11-23',
  units: helsingorUnits,
  vision: helsingorVision,
  policies: helsingorPolicies,
  people: helsingorPeople,
  comments: helsingorComments,
  initiativeRule: helsingorInitiativeRule,
  initiatives: helsingorInitiatives,
  processes: helsingorProcesses,
  plans: helsingorPlans,
};
