import { describe, expect, it } from '@jest/globals';
import { unfoldColumns } from './page.columns.js';

const columns = [
  'Trygghet                    Kunskap',
  'Alla elever är trygga       Alla elever når målen',
  'varje dag.                  i alla ämnen.',
  '',
  '• Rastvärdar                • Läxhjälp',
  '                            • Bibliotek',
];

describe('two columns pasted as one', () => {
  it('are read one after the other', () => {
    expect(unfoldColumns(['Rubrik', '', ...columns, 'Därefter']).filter(Boolean)).toEqual([
      'Rubrik',
      'Trygghet',
      'Alla elever är trygga',
      'varje dag.',
      '• Rastvärdar',
      'Kunskap',
      'Alla elever når målen',
      'i alla ämnen.',
      '• Läxhjälp',
      '• Bibliotek',
      'Därefter',
    ]);
  });

  it.each([
    ['a head', ['Sønderlev Kommune               Side 2 af 8', 'Teksten går videre her på siden.']],
    [
      'a table',
      [
        'Mål                 Ansvarlig',
        'Flere stier         Vej',
        'Flere træer         Park',
        'Flere huse          Plan',
      ],
    ],
    ['a table of three', columns.map((line) => `${line}     x`)],
    ['running text', ['En linje med   tre mellemrum', 'og en til uden noget særligt.']],
  ])('are not seen in %s', (_, lines) => expect(unfoldColumns(lines)).toEqual(lines));
});
