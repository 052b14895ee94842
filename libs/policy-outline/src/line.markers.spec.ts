import { describe, expect, it } from '@jest/globals';
import { bulletOf, labelOf, numberOf } from './line.markers.js';

describe('bullets', () => {
  it.each(['•', '-', '*', '–', '—', '·', '▪', '‣', '➢', '✓', '\uF0B7', '+'])(
    'opens an item with %j',
    (mark) => {
      expect(bulletOf(`${mark} plads til leg`, false)).toEqual({ mark, rest: 'plads til leg' });
    },
  );

  it('takes the letter o for a bullet only where the document uses it so', () => {
    expect(bulletOf('o plads til leg', true)?.rest).toBe('plads til leg');
    expect(bulletOf('o plads til leg', false)).toBeNull();
  });

  it.each(['-deltagelse', '**fed tekst**', '–'])('takes %j for text', (line) => {
    expect(bulletOf(line, false)?.rest ?? '').toBe('');
  });
});

describe('numbers', () => {
  it.each([
    ['1. Leg', '1.', 1],
    ['2.1 Leg', '2.1', 2],
    ['1.2.3 Leg', '1.2.3', 3],
    ['3) leg', '3)', 1],
    ['(a) leg', '(a)', 1],
    ['b) leg', 'b)', 1],
    ['A) Leg', 'A)', 1],
    ['IV. Leg', 'IV.', 1],
    ['2 Mål', '2', 1],
    ['§ 3 Leg', '§ 3', 1],
    ['1.Leg', '1.', 1],
  ])('reads the number of %j', (line, number, depth) => {
    expect(numberOf(line)).toMatchObject({ number, depth });
  });

  it.each([
    '25. maj 2020',
    '2020 blev året',
    '5 viljor',
    '12.000 kr.',
    '3000 Byen',
    'I Granby ska vi',
    '10 procent',
  ])('finds none in %j', (line) => {
    expect(numberOf(line)).toBeNull();
  });
});

describe('labels', () => {
  it.each([
    ['Mål 1: Leg', 'Mål', '1', 'Leg'],
    ['Fokusområde 2 – Leg', 'Fokusområde', '2', 'Leg'],
    ['Pejlemærke 1', 'Pejlemærke', '1', ''],
    ['Indsatsområde nr. 3: Leg', 'Indsatsområde', '3', 'Leg'],
    ['Tema: Leg', 'Tema', '', 'Leg'],
    ['Kapitel 3', 'Kapitel', '3', ''],
    ['Delmål 2.1 Leg', 'Delmål', '2.1', 'Leg'],
    ['Goal A – Play', 'Goal', 'A', 'Play'],
    ['Focus area 1: Play', 'Focus area', '1', 'Play'],
    ['INDSATSOMRÅDE 4: LEG', 'Indsatsområde', '4', 'LEG'],
  ])('takes %j apart', (line, label, number, rest) => {
    expect(labelOf(line)).toMatchObject({ label, number, rest });
  });

  it.each([
    'Målet er leg',
    'Formål: Leg',
    'Spørgsmål 1: Hvad?',
    'Mål 2 handler om leg',
    'Målgruppe: Børn',
    'Området 3',
  ])('finds none in %j', (line) => {
    expect(labelOf(line)).toBeNull();
  });
});
