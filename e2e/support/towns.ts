import { it } from '@jest/globals';
import type { Town } from './journey.js';

/** Both municipalities with the people of the demonstration content. */
export const TOWNS: Town[] = [
  {
    slug: 'helsingor',
    language: 'da',
    residents: ['aksel.moerch@borger.example', 'karin.boegelund@borger.example'],
    moderator: 'signe.rasmussen@helsingor.example',
    staff: 'peter.lykkegaard@helsingor.example',
    administrator: 'birgitte.thorup@helsingor.example',
  },
  {
    slug: 'helsingborg',
    language: 'sv',
    residents: ['ebba.lundqvist@invanare.example', 'leo.haddad@invanare.example'],
    moderator: 'camilla.nordstrom@helsingborg.example',
    staff: 'jonas.ekberg@helsingborg.example',
    administrator: 'annika.sjostrand@helsingborg.example',
  },
];

/** What has few words of its own is seen in one of the towns, for the time it takes. */
export const onlyIn = (town: Town, slug: string): ((title: string, test: () => Promise<void>) => void) =>
  town.slug === slug ? it : () => {};
