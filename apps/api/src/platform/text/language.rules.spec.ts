import { describe, expect, it } from '@jest/globals';
import { languageOf } from './language.rules.js';

describe('the language of a text', () => {
  it.each([
    ['da', 'Der mangler bænke ved havnen, og om aftenen er der alt for mørkt til at gå hjem alene.'],
    ['sv', 'Det saknas bänkar vid hamnen, och på kvällen är det alldeles för mörkt att gå hem ensam.'],
    ['en', 'There are no benches by the harbour, and at night it is far too dark to walk home alone.'],
    ['da', 'Jeg vil gerne have, at kommunen ser på trafikken foran skolen om morgenen.'],
    ['sv', 'Jag vill gärna att kommunen tittar på trafiken utanför skolan på morgonen.'],
  ] as const)('is %s: %s', (language, text) => {
    for (const expected of ['da', 'sv', 'en'] as const) expect(languageOf(text, expected)).toBe(language);
  });

  it('is taken to be what is expected where it is too short to tell', () => {
    for (const text of ['Ja!', 'Super', '👍', '2026', 'Ok, tak']) {
      expect(languageOf(text, 'da')).toBe('da');
      expect(languageOf(text, 'en')).toBe('en');
    }
  });

  it('shows in letters only one of two neighbours has', () => {
    expect(languageOf('Så är det här också', 'da')).toBe('sv');
    expect(languageOf('Sådan er det også på øen', 'sv')).toBe('da');
  });
});
