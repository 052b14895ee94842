import { describe, expect, it } from '@jest/globals';
import { actionPlansOf, annexesOf } from './action-plan.rules.js';
import { adoptionOf } from './adoption.rules.js';
import { allocationsOf } from './allocation.rules.js';
import { ownerOf } from './owner.rules.js';
import { policyType } from './policy.kinds.js';
import { proposeTitle } from './title.proposer.js';
import { validityOf } from './validity.rules.js';

describe('validity', () => {
  it.each([
    ['', 'Politikken gælder 2020-2024.', '2020', '2024'],
    ['', 'Programmet gäller 2021–2025', '2021', '2025'],
    ['', 'Planen er gældende fra 2019 til 2023.', '2019', '2023'],
    ['', 'Gäller från och med 1 januari 2022 till och med 31 december 2026', '2022-01-01', '2026-12-31'],
    ['Idrætspolitik 2020-24', '', '2020', '2024'],
    ['', 'Giltig till och med 2024-12-31', null, '2024-12-31'],
    ['', 'Gælder fra 1. august 2021', '2021-08-01', null],
    ['', 'Valid from 2020 to 2023', '2020', '2023'],
    ['', 'Politikken gælder for alle børn. I 2019 var der 4000.', null, null],
    ['', 'Den som gäller i tio år mellan 2010 och 2020.', '2010', '2020'],
  ])('of %j, %j', (title, text, validFrom, validTo) => {
    expect(validityOf(title, text)).toEqual({ validFrom, validTo });
  });
});

describe('adoption', () => {
  it.each([
    ['Antagen av kommunfullmäktige 2021-05-17', 'kommunfullmäktige', '2021-05-17'],
    ['Vedtaget af Byrådet den 25. maj 2020', 'Byrådet', '2020-05-25'],
    [
      'Fastställd av kultur- och fritidsnämnden den 3 mars 2022, § 12',
      'kultur- och fritidsnämnden',
      '2022-03-03',
    ],
    ['Godkendt i Økonomiudvalget 01.02.2019', 'Økonomiudvalget', '2019-02-01'],
    ['Beslutad av: Kommunstyrelsen\nBeslutsdatum: 2020-09-01', 'Kommunstyrelsen', '2020-09-01'],
    ['Adopted by the city council on 4 May 2021', 'city council', '2021-05-04'],
    ['Vi glæder os.', null, null],
  ])('of %j', (text, adoptedBy, adoptedOn) => {
    expect(adoptionOf(text)).toMatchObject({ adoptedBy, adoptedOn });
  });
});

const paragraph = (text: string) => ({ kind: 'paragraph' as const, text, lines: [text] });
const link = (text: string) => ({ kind: 'read-more' as const, text, url: null });

describe('money', () => {
  it.each([
    ['Der er afsat 1.250.000 kr. årligt til stier.', 1_250_000, true],
    ['Kommunen bruger 3,5 mio. kr. i 2024.', 3_500_000, false],
    ['Det kostar 2 miljoner kronor per år.', 2_000_000, true],
    ['Budgeten är 450 tkr.', 450_000, false],
  ])('of %j', (text, amount, yearly) => {
    expect(allocationsOf([paragraph(text)], null)).toMatchObject([{ amount, yearly }]);
  });

  it('is told from other numbers', () => {
    expect(
      allocationsOf([paragraph('Vi har 12.000 borgere, 30 km sti og et gebyr på 20 kr.')], 'da'),
    ).toEqual([]);
  });
});

describe('action plans', () => {
  it('are separate or one with their policy', () => {
    const plans = actionPlansOf([
      link('Læs handleplanen for skovpolitikken'),
      link('Läs policy och handlingsplan'),
      link('Læs mere om skoven'),
    ]);
    expect(plans.map(({ title, combined }) => [title, combined])).toEqual([
      ['Handleplanen for skovpolitikken', false],
      ['Policy och handlingsplan', true],
    ]);
  });

  it('and annexes are found in the text', () => {
    expect(annexesOf('Alt er samlet i idékataloget (bilag 2).')).toEqual(['Idékatalog']);
  });
});

describe('the owner', () => {
  it('is the unit above its address', () => {
    expect(
      ownerOf('Torvet 3\n4999 Byen\nTelefon: 11 22 33 44\nE-mail: a.b@by.dk', 'Center for Skov', ''),
    ).toEqual({
      unit: 'Center for Skov',
      address: 'Torvet 3, 4999 Byen',
      phone: '11 22 33 44',
      email: 'a.b@by.dk',
    });
  });

  it('may be named by who wrote it only', () => {
    expect(ownerOf('', null, 'Planen er udarbejdet af Center for Skov og Strand.')).toMatchObject({
      unit: 'Center for Skov og Strand',
      email: null,
    });
  });
});

describe('types and titles', () => {
  it.each([
    ['Kulturpolitik', 'policy'],
    ['Regler for torvehandel', 'rules'],
    ['Riktlinjer för bidrag', 'rules'],
    ['Miljöprogram 2020–2024', 'programme'],
    ['Trafikpolitiske mål', 'goals'],
  ])('%s is of type %s', (title, type) => {
    expect(policyType(title)).toBe(type);
  });

  it.each([
    ['Alla ska kunna bada i havet, och vattnet ska vara rent. Mer text.', 'Alla ska kunna bada i havet'],
    ['Skolen er åben for alle.', 'Skolen er åben for alle'],
    [
      'kommunen planlægger sammen med borgere og foreninger et stort antal nye pladser og torve der kan bruges hele året',
      'Kommunen planlægger sammen med borgere og foreninger et stort antal nye pladser',
    ],
  ])('proposes a title for %j', (text, title) => {
    expect(proposeTitle(text)).toBe(title);
  });
});
