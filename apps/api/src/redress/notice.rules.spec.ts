import { describe, expect, it } from '@jest/globals';
import { getNoticeFaults, locate, stateOfNotice } from './notice.rules.js';

const ID = '01a207d3-d647-768d-a0b3-d712ea05e5cf';
const hosts = ['medvind.example', 'mening.by.example'];
const found = (written: string) => locate(written, 'helsingor', hosts);
const nothing = { commentId: null, initiativeId: null, commentNumber: null, initiativeNumber: null };

describe('a notice', () => {
  it('says who makes it, except where the law lets them stay unknown', () => {
    expect(getNoticeFaults({ reasonCode: 'incitement', goodFaith: true })).toEqual([
      { field: 'name', code: 'required' },
      { field: 'email', code: 'required' },
    ]);
    expect(getNoticeFaults({ reasonCode: 'child-abuse-material', goodFaith: true })).toEqual([]);
  });

  it('is made in good faith', () => {
    expect(getNoticeFaults({ reasonCode: 'child-abuse-material', goodFaith: false })).toEqual([
      { field: 'goodFaith', code: 'required' },
    ]);
  });

  it.each([
    ['K-12', { commentNumber: 12 }],
    [' k12 ', { commentNumber: 12 }],
    ['F-3', { initiativeNumber: 3 }],
    [`https://medvind.example/helsingor/goals/x?comment=${ID}`, { commentId: ID }],
    [`https://mening.by.example/helsingor/initiatives/${ID}`, { initiativeId: ID }],
    [`/helsingor/initiatives/${ID}?comment=${ID.toUpperCase()}`, { commentId: ID }],
    ['https://medvind.example/helsingor/about', {}],
  ])('finds what %s means', (written, expected) => {
    expect(found(written)).toEqual({ ...nothing, ...expected });
  });

  it.each([
    'havnen',
    'https://elsewhere.example/helsingor/about',
    'https://medvind.example/helsingborg/about',
    'javascript:alert(1)//helsingor/',
    `ftp://medvind.example/helsingor/initiatives/${ID}`,
    '',
  ])('finds nothing in "%s"', (written) => {
    expect(found(written)).toBeNull();
  });

  it('is received, looked at, decided', () => {
    expect(stateOfNotice({ seenAt: null, decidedAt: null })).toBe('received');
    expect(stateOfNotice({ seenAt: new Date(), decidedAt: null })).toBe('looked-at');
    expect(stateOfNotice({ seenAt: null, decidedAt: new Date() })).toBe('decided');
  });
});
