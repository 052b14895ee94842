import { describe, expect, it } from '@jest/globals';
import { emptyDraft, faultsOf, inputOf, instantOf } from './vote-draft.values.js';

describe('a moment on the municipality’s clock', () => {
  it.each([
    ['2026-01-15T12:00', '2026-01-15T11:00:00.000Z'],
    ['2026-07-15T12:00', '2026-07-15T10:00:00.000Z'],
    ['2026-03-29T04:00', '2026-03-29T02:00:00.000Z'],
    ['2026-10-25T04:00', '2026-10-25T03:00:00.000Z'],
    ['', ''],
    ['i morgen', ''],
  ])('%s is %s', (wall, instant) => expect(instantOf(wall)).toBe(instant));
});

describe('the answers of a drafted vote', () => {
  it('are each said once, case and spaces aside', () => {
    const options = ['Træer', '', 'Nye bænke', ' nye  Bænke', ''].map((title) => ({ title, text: '' }));
    expect(faultsOf({ ...emptyDraft, kind: 'choose', options })).toEqual([
      { field: 'options.3.title', code: 'said-twice' },
    ]);
    expect(faultsOf({ ...emptyDraft, kind: 'for-against', options })).toEqual([]);
  });
});

describe('a number of a drafted vote', () => {
  it('that is none is said to be none, and not sent as no rule at all', () => {
    for (const field of ['minAge', 'quorum'] as const)
      for (const typed of ['abc', '16 år', '1,5', '1e', '-'])
        expect(faultsOf({ ...emptyDraft, [field]: typed })).toEqual([{ field, code: 'not-a-number' }]);
    expect(faultsOf({ ...emptyDraft, kind: 'scores', most: 'ti' })).toEqual([
      { field: 'most', code: 'not-a-number' },
    ]);
    expect(faultsOf({ ...emptyDraft, minAge: '0', quorum: '-3' })).toEqual([
      { field: 'quorum', code: 'too-small', limits: { min: 1 } },
      { field: 'minAge', code: 'too-small', limits: { min: 1 } },
    ]);
    expect(faultsOf({ ...emptyDraft, minAge: '121' })).toMatchObject([
      { field: 'minAge', code: 'too-large' },
    ]);
    expect(faultsOf({ ...emptyDraft, minAge: ' 16 ', quorum: '20', most: 'abc' })).toEqual([]);
  });

  it('lets nobody choose more answers than there are', () => {
    const options = ['Havnen', 'Torvet', ''].map((title) => ({ title, text: '' }));
    expect(faultsOf({ ...emptyDraft, kind: 'choose', options, most: '3' })).toEqual([
      { field: 'most', code: 'too-large', limits: { max: 2 } },
    ]);
    expect(faultsOf({ ...emptyDraft, kind: 'choose', method: 'plurality', options, most: '3' })).toEqual([]);
    expect(faultsOf({ ...emptyDraft, kind: 'allotment', options, most: '3' })).toEqual([]);
  });
});

describe('what is sent of a drafted vote', () => {
  it('is what its kind has, whatever was typed before it was chosen', () => {
    const typed = { ...emptyDraft, method: 'borda', most: '7', majority: 'half' as const };
    expect(inputOf({ ...typed, kind: 'for-against' })).toMatchObject({
      method: 'plurality',
      options: [],
      most: null,
      majority: 'half',
    });
    expect(inputOf({ ...typed, kind: 'ranking' })).toMatchObject({
      method: 'borda',
      most: null,
      majority: 'most',
    });
    expect(inputOf({ ...typed, kind: 'choose', method: 'plurality' })).toMatchObject({ most: 1 });
    expect(inputOf({ ...typed, kind: 'scores', quorum: '20' })).toMatchObject({
      method: 'average',
      most: 7,
      quorum: 20,
    });
  });
});
