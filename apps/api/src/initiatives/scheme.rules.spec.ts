import { describe, expect, it } from '@jest/globals';
import { PLAIN_SCHEME, plainScheme, presetIn, SCHEME_PRESETS } from './scheme.presets.js';
import {
  addMonths,
  closedOn,
  deadlineOf,
  endOfDay,
  getSchemeFaults,
  paperUntilOf,
  peopleOf,
  repeatFrom,
  thresholdOf,
  type Scheme,
} from './scheme.rules.js';

const base = { residents: 65_250, voters: 52_000, over15: 54_010, countedOn: '2026-01-01' };

describe('a deadline', () => {
  it('is the end of the last day where the municipalities are, in summer and in winter', () => {
    expect(endOfDay('2026-07-01').toISOString()).toBe('2026-07-01T22:00:00.000Z');
    expect(endOfDay('2026-12-01').toISOString()).toBe('2026-12-01T23:00:00.000Z');
  });

  it('leaves so many days more for what was signed before it', () => {
    const deadline = endOfDay('2026-03-25');
    expect(paperUntilOf(PLAIN_SCHEME, deadline)).toBeNull();
    expect(paperUntilOf({ ...PLAIN_SCHEME, paperDays: 7 }, deadline)).toEqual(endOfDay('2026-04-01'));
    expect(paperUntilOf({ ...PLAIN_SCHEME, paper: false, paperDays: 7 }, deadline)).toBeNull();
  });

  it('falls right on the days the clocks change', () => {
    expect(endOfDay('2026-03-28').toISOString()).toBe('2026-03-28T23:00:00.000Z');
    expect(endOfDay('2026-03-29').toISOString()).toBe('2026-03-29T22:00:00.000Z');
    expect(endOfDay('2026-10-25').toISOString()).toBe('2026-10-25T23:00:00.000Z');
  });

  it('is counted from the day of publication there, not in UTC', () => {
    const justAfterMidnight = new Date('2026-06-30T22:30:00Z');
    expect(deadlineOf(plainScheme(1, { windowDays: 30 }), justAfterMidnight)).toEqual(endOfDay('2026-07-31'));
  });

  it('is the same for all where the rule names a day', () => {
    expect(deadlineOf(plainScheme(1, { closesOn: '2026-12-31' }), new Date())).toEqual(
      endOfDay('2026-12-31'),
    );
  });

  it('is as long as its proposer picked, in calendar months', () => {
    const published = new Date('2026-08-31T10:00:00Z');
    expect(deadlineOf(SCHEME_PRESETS.malmoinitiativet, published, 6)).toEqual(endOfDay('2027-02-28'));
    expect(deadlineOf(SCHEME_PRESETS.malmoinitiativet, published)).toEqual(endOfDay('2026-11-30'));
  });

  it('is the end of the month where the most supported of each month go on', () => {
    expect(deadlineOf(SCHEME_PRESETS['better-reykjavik'], new Date('2028-02-03T10:00:00Z'))).toEqual(
      endOfDay('2028-02-29'),
    );
  });

  it('falls on the last day of a month that is shorter', () => {
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2026-10-31', 4)).toBe('2027-02-28');
    expect(addMonths('2026-01-15', 13)).toBe('2027-02-15');
  });
});

describe('a threshold', () => {
  it('is a number, a share rounded up, or the least or most of several', () => {
    const share: Scheme = { ...SCHEME_PRESETS.kuntalaisaloite, base };
    expect(thresholdOf(PLAIN_SCHEME)).toBe(100);
    expect(thresholdOf(share)).toBe(1305);
    expect(thresholdOf({ ...SCHEME_PRESETS['eforslag-eid'], base })).toBe(66);
    expect(thresholdOf({ ...SCHEME_PRESETS.minsak, base })).toBe(300);
    expect(thresholdOf({ ...SCHEME_PRESETS.minsak, base: { ...base, residents: 9_000 } })).toBe(180);
    const { parts } = SCHEME_PRESETS.minsak.threshold;
    expect(thresholdOf({ ...SCHEME_PRESETS.minsak, base, threshold: { parts, take: 'most' } })).toBe(1305);
    expect(peopleOf(share, share.higher!.part)).toBe(2161);
  });

  it('is nothing where the most supported go on instead', () => {
    expect(thresholdOf(SCHEME_PRESETS['better-reykjavik'])).toBeNull();
  });
});

describe('the same matter', () => {
  const decided = { open: false, endedOn: '2026-03-10' };

  it('comes again once the earlier one is dealt with, and not before', () => {
    expect(repeatFrom(PLAIN_SCHEME, { open: true, endedOn: null }, '2026-11-23')).toBe('open');
    expect(repeatFrom(PLAIN_SCHEME, decided, '2026-11-23')).toBeNull();
  });

  it('waits so many months', () => {
    expect(repeatFrom(SCHEME_PRESETS.malmoinitiativet, decided, '2026-11-23')).toBe('2028-03-10');
    expect(repeatFrom(SCHEME_PRESETS.helsingborgsforslaget, decided, '2026-11-23')).toBeNull();
  });

  it('waits for the next election period', () => {
    const scheme: Scheme = { ...SCHEME_PRESETS.gladsaxe, term: { from: '2026-01-01', to: '2029-12-31' } };
    expect(repeatFrom(scheme, decided, '2026-11-23')).toBe('2030-01-01');
    expect(repeatFrom(scheme, { open: false, endedOn: '2025-12-31' }, '2026-11-23')).toBeNull();
  });
});

describe('a scheme', () => {
  it('lets nothing be published in its blackouts or after its last day', () => {
    const scheme = { ...PLAIN_SCHEME, blackouts: [{ from: '2026-11-01', to: '2026-11-24' }] };
    expect(closedOn(scheme, '2026-11-24')).toEqual({ type: 'blackout', until: '2026-11-24' });
    expect(closedOn(scheme, '2026-11-25')).toBeNull();
    expect(closedOn(plainScheme(1, { closesOn: '2026-11-22' }), '2026-11-23')).toEqual({
      type: 'rule-closed',
      closesOn: '2026-11-22',
    });
  });

  it('says at its fields what is wrong with it', () => {
    const faults = (change: Partial<Scheme>) =>
      getSchemeFaults({ ...PLAIN_SCHEME, ...change }, '2026-11-23').map(({ field, code }) => [field, code]);
    expect(faults({})).toEqual([]);
    expect(faults({ window: { unit: 'days', choices: [], closesOn: null } })).toEqual([
      ['window.choices', 'required'],
    ]);
    expect(faults({ window: { unit: 'days', choices: [], closesOn: '2026-11-22' } })).toEqual([
      ['window.closesOn', 'in-the-past'],
    ]);
    expect(faults({ threshold: { parts: [], take: 'least' } })).toEqual([['threshold.parts', 'required']]);
    expect(faults({ threshold: SCHEME_PRESETS.kuntalaisaloite.threshold })).toEqual([
      ['threshold.parts.0.base', 'required'],
      ['base.countedOn', 'required'],
    ]);
    expect(faults({ repeat: { rule: 'term', months: null } })).toEqual([['term.from', 'required']]);
    expect(faults({ repeat: { rule: 'months', months: null } })).toEqual([['repeat.months', 'required']]);
    expect(faults({ coProposers: { min: 3, max: 2, days: 14 } })).toEqual([['coProposers.max', 'too-small']]);
  });

  it('to begin from speaks the language of whoever begins', () => {
    const inDanish = presetIn('kuntalaisaloite', 'da');
    expect([inDanish.body, inDanish.higher?.leadsTo]).toEqual(['Byrådet', 'Folkeafstemning']);
    expect(presetIn('kuntalaisaloite', 'sv').higher?.leadsTo).toBe('Folkomröstning');
    expect(presetIn('helsingborgsforslaget', 'da').exempt).toEqual([
      'Enkelte medarbejdere og personalesager',
    ]);
    expect(presetIn('fredensborg', 'sv').body).toBe('nämnden och därefter kommunfullmäktige');
    // What has no like elsewhere keeps its name.
    expect(presetIn('borgerforslag', 'sv').body).toBe('Folketinget');
  });
});
