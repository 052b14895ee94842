import type { MunicipalityContent } from './content.types.js';
import { helsingborgDistricts, helsingborgPlaces } from './districts.content.js';
import {
  helsingborgComments,
  helsingborgInitiativeRule,
  helsingborgInitiatives,
  helsingborgPeople,
} from './helsingborg.debate.js';
import { helsingborgPolicies, helsingborgUnits, helsingborgVision } from './helsingborg.policies.js';
import { helsingborgTalk } from './helsingborg.talk.js';
import { helsingborgPlans, helsingborgProcesses } from './helsingborg.work.js';
import { helsingborgVotes } from './votes.content.js';

export const helsingborg: MunicipalityContent = {
  slug: 'helsingborg',
  writtenOn: '2026-11-23',
  units: helsingborgUnits,
  contact: { unit: 'Kontaktcenter', phone: '042-00 00 00', email: 'medvind@helsingborg.example' },
  vision: helsingborgVision,
  policies: helsingborgPolicies,
  people: helsingborgPeople,
  comments: helsingborgComments,
  talk: helsingborgTalk,
  initiativeRule: helsingborgInitiativeRule,
  initiatives: helsingborgInitiatives,
  processes: helsingborgProcesses,
  plans: helsingborgPlans,
  districts: helsingborgDistricts,
  places: helsingborgPlaces,
  votes: helsingborgVotes,
};
