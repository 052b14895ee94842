import { describe, expect, it } from '@jest/globals';
import { findPersonalData, hasIdentityNumber } from './finding.js';
import { withoutFindings } from './removal.js';

const found = (text: string) =>
  findPersonalData(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe('a CPR number', () => {
  it.each([
    ['Hun hedder 070761-4285 i systemet', 'cpr 070761-4285'],
    ['010165-0001', 'cpr 010165-0001'],
    ['0101651234', 'cpr 0101651234'],
    ['CPR: 290200 4321.', 'cpr 290200 4321'],
    ['født 01.02.90-1234', 'cpr 01.02.90-1234'],
    ['(311299–1234)', 'cpr 311299–1234'],
    ['０１０１９０-1234', 'cpr ０１０１９０-1234'],
  ])('is found in "%s"', (text, expected) => expect(found(text)).toEqual([expected]));

  it('need not fulfil the modulus', () => {
    expect(hasIdentityNumber('010165-1111')).toBe(true);
    expect(hasIdentityNumber('010165-1112')).toBe(true);
  });

  it.each(['310290-1234', '320190-1234', '011390-1234', '290201-4321', '290200-1234', '000190-1234'])(
    'is not seen where the day does not exist: %s',
    (text) => expect(hasIdentityNumber(text)).toBe(false),
  );
});

describe('a personnummer', () => {
  it.each([
    ['811228-9874', 'personnummer 811228-9874'],
    ['Numret är 19811228-9874!', 'personnummer 19811228-9874'],
    ['198112289874', 'personnummer 198112289874'],
    ['670919+9530', 'personnummer 670919+9530'],
    ['701063-2391', 'personnummer 701063-2391'],
    ['samordningsnummer 19701063-2391', 'personnummer 19701063-2391'],
  ])('is found in "%s"', (text, expected) => expect(found(text)).toEqual([expected]));

  it.each(['811228-9873', '19811328-9874', '701099-2391', '556703-7485', '17811228-9874'])(
    'is not seen where its check digit or its day is wrong: %s',
    (text) => expect(hasIdentityNumber(text)).toBe(false),
  );
});

describe('a telephone number', () => {
  it.each([
    'Ring på 26 12 34 56',
    '26123456',
    '2612 3456',
    '26-12-34-56',
    '+45 26 12 34 56',
    '+4526123456',
    '0045 26123456',
    '070-123 45 67',
    '0701234567',
    '070 123 45 67',
    '042-10 50 00',
    '042 10 50 00',
    '08-508 290 00',
    '+46 70 123 45 67',
    '+46701234567',
    '+46 (0)42-10 50 00',
  ])('is found in "%s"', (text) => {
    const written = text.replace('Ring på ', '');
    expect(found(text)).toEqual([`phone ${written}`]);
  });
});

describe('an e-mail address', () => {
  it.each([
    ['Skriv til ida.holm+havn@eksempel.dk.', 'email ida.holm+havn@eksempel.dk'],
    ['<a@b.se>', 'email a@b.se'],
    ['åse@børn.dk', 'email åse@børn.dk'],
  ])('is found in "%s"', (text, expected) => expect(found(text)).toEqual([expected]));

  it('is not seen in a mention', () => expect(found('Tak @ida, og @bo.holm!')).toEqual([]));
});

describe('what is no personal data', () => {
  it.each([
    'Vi mødes 23.11.2026 kl. 19.30',
    'den 2026-11-23, 23-11-2026 eller 23/11 2026',
    'filen 20261123 og 23112026',
    'I perioden 2015-2018, 2015–2024 og 2015 2018',
    'CVR 64502018 og CVR-nr.: 64502018',
    'Det koster 12 912 000 kr. eller 12.912.000 kr',
    '25 000 000 SEK',
    'kr. 45 500 000',
    'DKK 45500000',
    'Sagsnr. 20123456, journalnr. 26-0101-9012',
    'dnr 2024/01234',
    'Org.nr 556703-7485',
    'Stengade 59, 3000 Helsingør',
    'Drottninggatan 2, 252 21 Helsingborg',
    '3000, 3060, 3070, 3080',
    'se https://example.dk/sag/0101901234 og https://example.dk/?id=26123456',
    'EAN 5798000123456',
    'K-123 og F-12',
    '1.234,56 og 0,1 og 99999999999999',
    'mål 3.2.1 og afsnit 4.10.12',
    'buss 1 2 3 4 5 6 7 8',
  ])('is left alone: "%s"', (text) => expect(found(text)).toEqual([]));
});

describe('taking out', () => {
  const words = {
    cpr: '[CPR-nummer fjernet]',
    personnummer: '[personnummer fjernet]',
    phone: '[telefonnummer fjernet]',
    email: '[e-mail fjernet]',
  };

  it('puts words in the place of everything that was found, and leaves the rest', () => {
    const text = 'Ida (010190-1234), 26 12 34 56, ida@eksempel.dk: kom.';
    expect(withoutFindings(text, findPersonalData(text), words)).toBe(
      'Ida ([CPR-nummer fjernet]), [telefonnummer fjernet], [e-mail fjernet]: kom.',
    );
  });

  it('leaves nothing to be found', () => {
    const text = '811228-9874 0701234567 a@b.se 010190 1234';
    expect(findPersonalData(withoutFindings(text, findPersonalData(text), words))).toEqual([]);
  });

  it('takes no longer for a text made to be slow', () => {
    const began = performance.now();
    for (const part of ['0', '01 ', '010190-', 'a.', 'a@', '07 0', '+45 '])
      findPersonalData(part.repeat(20_000 / part.length));
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
