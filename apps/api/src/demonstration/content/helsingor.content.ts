import type { MunicipalityContent } from './content.types.js';
import { helsingorDistricts, helsingorPlaces } from './districts.content.js';
import {
  helsingorComments,
  helsingorInitiativeRule,
  helsingorInitiatives,
  helsingorPeople,
} from './helsingor.debate.js';
import { helsingorPolicies, helsingorUnits, helsingorVision } from './helsingor.policies.js';
import { helsingorTalk } from './helsingor.talk.js';
import { helsingorPlans, helsingorProcesses } from './helsingor.work.js';
import { helsingorVotes } from './votes.content.js';

export const helsingor: MunicipalityContent = {
  slug: 'helsingor',
  writtenOn: '2026-11-23',
  units: helsingorUnits,
  contact: { unit: 'Borgerservice', phone: '12 34 56 78', email: 'medvind@helsingor.example' },
  vision: helsingorVision,
  policies: helsingorPolicies,
  people: helsingorPeople,
  comments: helsingorComments,
  talk: helsingorTalk,
  initiativeRule: helsingorInitiativeRule,
  initiatives: helsingorInitiatives,
  processes: helsingorProcesses,
  plans: helsingorPlans,
  districts: helsingorDistricts,
  places: helsingorPlaces,
  votes: helsingorVotes,
};
