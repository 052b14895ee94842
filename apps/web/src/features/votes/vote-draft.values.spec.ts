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
