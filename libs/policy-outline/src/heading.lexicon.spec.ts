import { describe, expect, it } from '@jest/globals';
import {
  containerLevel,
  isGoalLeadIn,
  isIntentHeading,
  opensBackground,
  sectionRole,
} from './heading.lexicon.js';
import { levelName, levelWord } from './level.lexicon.js';
import { announcedIn, levelBelow, levelsNamedIn } from './level.announcements.js';

describe('headings', () => {
  it.each([
    ['Mål', 'Mål', null],
    ['VORES FEM PEJLEMÆRKER', 'Pejlemærke', 5],
    ['Våra 3 fokusområden', 'Fokusområde', 3],
    ['Mål for idrætten 2020', 'Mål', null],
    ['Prioriterade områden', 'Fokusområde', null],
    ['Fokusområder og mål', 'Fokusområde', null],
    ['Strategic goals', 'Strategic goal', null],
    ['Övergripande målsättningar', 'Målsättning', null],
  ])('%j holds goals', (heading, name, count) => {
    expect(containerLevel(heading)).toMatchObject({ level: { name }, count });
  });

  it.each([
    'Formål',
    'Fra mål til handling',
    'Målgruppe',
    'Børn og unge',
    'Et mål for livet er ikke nok',
    'Vores område',
  ])('%j holds none', (heading) => {
    expect(containerLevel(heading)).toBeNull();
  });

  it.each([
    'Indledning',
    'FORORD',
    'Bakgrund',
    'Målgrupper',
    'Opfølgning og evaluering',
    'Bilag 1: Tal',
    'Ekonomi',
    'Värdegrund och ansvar',
    'Introduction',
  ])('%j opens background', (heading) => {
    expect(opensBackground(heading)).toBe(true);
  });

  it.each(['Ekonomi i balans', 'Ansvarlig drift', 'Statusløft til faget', 'Kontaktfamilier'].slice(0, 3))(
    '%j may be a goal',
    (heading) => {
      expect(opensBackground(heading)).toBe(false);
    },
  );

  it('tell what their text is to the policy', () => {
    expect(['Målgruppe', 'Syfte', 'Vision', 'Uppföljning', 'Vores mål', 'Havnen'].map(sectionRole)).toEqual([
      'target-group',
      'purpose',
      'vision',
      'follow-up',
      'goals',
      'other',
    ]);
  });

  it.each(['Det vil vi', 'Vad vill vi uppnå?', 'Så här gör vi', 'Hvad vil vi?', 'Vi vil', 'Sådan gør vi'])(
    '%j opens what is wanted',
    (heading) => {
      expect(isIntentHeading(heading)).toBe(true);
    },
  );
});

describe('lead-ins', () => {
  it.each([
    'Det er planens mål at:',
    'Vi vil:',
    'Derfor vil vi:',
    'Vores mål er at',
    'Därför prioriterar vi att:',
    'Målet är att:',
    'Vi ska:',
    "It is the plan's goal that:",
    'Kommunen vil arbejde for at:',
  ])('%j opens goals', (sentence) => {
    expect(isGoalLeadIn(sentence)).toBe(true);
  });

  it.each([
    'For eksempel:',
    'Läs mer i:',
    'Målgrupper:',
    'Formålet beskrives i:',
    'Deltagere var:',
    'Tre udfordringer skal nævnes:',
  ])('%j does not', (sentence) => {
    expect(isGoalLeadIn(sentence)).toBe(false);
  });
});

describe('levels', () => {
  it.each([
    ['viljeinriktningar', 'Viljeinriktning'],
    ['fokusområden', 'Fokusområde'],
    ['prioriteringar', 'Prioritering'],
    ['rammemål', 'Rammemål'],
    ['pejlemærkerne', 'Pejlemærke'],
    ['målsætninger', 'Målsætning'],
    ['åtgärder', 'Åtgärd'],
    ['indsatser', 'Indsats'],
    ['ambisjoner', 'Ambisjon'],
    ['innsatsområder', 'Innsatsområde'],
    ['løfter', 'Løfte'],
    ['kloklinger', 'Klokling'],
  ])('%s are each a %s', (plural, singular) => {
    expect(levelName(plural)).toBe(singular);
  });

  it.each(['formål', 'spørgsmål', 'ändamål', 'lokalområde', 'og', 'verdensmål'])('%s is no level', (word) => {
    expect(levelWord(word)).toBeNull();
  });

  it('are counted by the text', () => {
    expect(announcedIn('Planen rummer fire overordnede målsætninger.')).toMatchObject({
      count: 4,
      level: { name: 'Målsætning' },
    });
    expect(announcedIn('Det tog fire år.')).toBeNull();
  });

  it('are named in a row by the text', () => {
    expect(levelsNamedIn('Planen har to niveauer: pejlemærker og rammemål.')).toEqual([
      'Pejlemærke',
      'Rammemål',
    ]);
    expect(levelsNamedIn('Arbetet sker på flera nivåer i staden.')).toEqual([]);
  });

  it('stand below one another as the text says', () => {
    expect(levelBelow('För varje fokusområde finns några delmål.', 'Fokusområde')).toBe('Delmål');
    expect(levelBelow('För varje barn finns mål.', 'Fokusområde')).toBeNull();
  });
});
