import { describe, expect, it } from '@jest/globals';
import {
  getRuleEffects,
  holdsWord,
  isOpen,
  RULES_AT_FIRST,
  type Rules,
  type Writer,
} from './contribution.rules.js';

const now = new Date('2026-11-23T12:00:00Z');
const there = { now, country: 'da' as const };
const at = (moment: string, country: 'da' | 'sv' = 'da') => ({ now: new Date(moment), country });
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const writer: Writer = { joinedAt: before(90 * 86_400), writtenAt: [], sameAs: null, othersWithSame: 0 };
const effects = (rules: Partial<Rules>, wishes: Partial<Writer> = {}, text = 'Der mangler bænke.') =>
  getRuleEffects(text, { ...writer, ...wishes }, { ...RULES_AT_FIRST, ...rules }, null, there);
const names = (list: ReturnType<typeof effects>) => list.map(({ effect, rule }) => `${effect} ${rule}`);

describe('the rules for contributions', () => {
  it('let through what nothing speaks against', () => {
    expect(effects({})).toEqual([]);
  });

  it('say when one may write again', () => {
    const writtenAt = [5, 15, 25, 35, 45, 55].map(before);
    expect(effects({ perMinute: 5 }, { writtenAt })).toEqual([
      {
        effect: 'refuse',
        rule: 'too-many',
        detail: '5 / 1 min',
        limit: 5,
        minutes: 1,
        retryAt: new Date(before(45).getTime() + 60_000),
      },
    ]);
    expect(effects({ perMinute: 7 }, { writtenAt })).toEqual([]);
  });

  it('count only what lies within the window', () => {
    expect(effects({ perMinute: 1, perHour: null }, { writtenAt: [before(61)] })).toEqual([]);
    expect(names(effects({ perMinute: null, perHour: 1 }, { writtenAt: [before(61)] }))).toEqual([
      'refuse too-many',
    ]);
  });

  it('refuse the same text from the same person, and hold it when several bring it', () => {
    expect(names(effects({}, { sameAs: 'K-1' }))).toEqual(['refuse duplicate']);
    expect(names(effects({ floodPeople: 4 }, { othersWithSame: 3 }))).toEqual(['hold suspected-spam']);
    expect(effects({ floodPeople: 4 }, { othersWithSame: 2 })).toEqual([]);
  });

  it('hold everything, or what is new, linked or written while nobody is there', () => {
    expect(names(effects({ holdAll: true }))).toEqual(['hold before-publication']);
    expect(names(effects({ newAccountDays: 7 }, { joinedAt: before(86_400) }))).toEqual(['hold new-account']);
    expect(effects({ newAccountDays: 7 })).toEqual([]);
    expect(names(effects({ holdLinks: true }, {}, 'Se www.by.example'))).toEqual(['hold link']);
    const officeHours = { days: [1, 2, 3, 4, 5], from: '14:00', to: '16:00' };
    expect(names(effects({ officeHours }))).toEqual(['hold outside-hours']);
  });

  it('let a thread go before its municipality', () => {
    const rules = { ...RULES_AT_FIRST, holdAll: true };
    expect(getRuleEffects('Ja', writer, rules, { holdAll: false }, there)).toEqual([]);
    expect(names(getRuleEffects('Ja', writer, RULES_AT_FIRST, { holdAll: true }, there))).toEqual([
      'hold thread-before-publication',
    ]);
  });

  it('do not count a change to what is written, but read its words', () => {
    const rules = { ...RULES_AT_FIRST, words: [{ word: 'idiot*', effect: 'refuse' as const }] };
    expect(names(getRuleEffects('Sikke idioter', null, rules, null, there))).toEqual(['refuse word']);
  });
});

describe('a listed word', () => {
  it.each([
    ['Du er en idiot!', 'idiot', true],
    ['Du er en IDIOT', 'idiot', true],
    ['1d10t', 'idiot', true],
    ['i d i o t', 'idiot', true],
    ['i.d.i.o.t', 'idiot', true],
    ['idiooooot', 'idiot', true],
    ['Idioter alle sammen', 'idiot', false],
    ['Idioter alle sammen', 'idiot*', true],
    ['idi\u200bot', 'idiot', true],
    ['en klam tosse', 'klam tosse', true],
    ['Assens og Kassel', 'ass', false],
    ['på vejen', 'vej', false],
    ['Der er 10 træer', 'io', false],
    ['Vi bor i Å', '*', false],
  ])('%s: %s → %s', (text, word, found) => {
    expect(holdsWord(text, word)).toBe(found);
  });
});

describe('office hours', () => {
  const hours = { days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' };
  it('are those of the clock where the municipalities are', () => {
    // A Monday: 12:00 UTC is 13:00 there in winter.
    expect(isOpen(hours, there)).toBe(true);
    expect(isOpen(hours, at('2026-11-23T15:30:00Z'))).toBe(false);
    expect(isOpen(hours, at('2026-07-06T06:00:00Z'))).toBe(true);
    expect(isOpen(hours, at('2026-11-22T12:00:00Z'))).toBe(false);
  });

  it('end on the public holidays of the country, and on the days the municipality adds', () => {
    // Whit Monday is one in Denmark alone, Epiphany in Sweden alone.
    for (const [day, da, sv] of [
      ['2026-05-25', false, true],
      ['2027-01-06', true, false],
      ['2026-05-14', false, false],
      ['2026-12-24', true, true],
    ] as const) {
      expect(isOpen(hours, at(`${day}T10:00:00Z`, 'da'))).toBe(da);
      expect(isOpen(hours, at(`${day}T10:00:00Z`, 'sv'))).toBe(sv);
    }
    expect(isOpen({ ...hours, closed: ['2026-12-24'] }, at('2026-12-24T10:00:00Z'))).toBe(false);
    // By the day it is there: in the evening before, UTC has not come to it.
    expect(isOpen({ ...hours, from: '00:00' }, at('2026-05-24T22:30:00Z'))).toBe(false);
  });
});
