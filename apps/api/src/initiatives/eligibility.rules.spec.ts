import { describe, expect, it } from '@jest/globals';
import { getEligibilityGaps } from './eligibility.rules.js';
import { SCHEME_PRESETS } from './scheme.presets.js';

const DAY = '2026-11-23';
const nobody = { evidence: 'none' as const, groups: [], bornOn: null };

describe('who may take part', () => {
  it('is anyone where nothing is asked', () => {
    expect(getEligibilityGaps(SCHEME_PRESETS['better-reykjavik'].supporter, nobody, DAY)).toEqual([]);
  });

  it('is told every condition that is not met, and what is needed', () => {
    expect(getEligibilityGaps(SCHEME_PRESETS.gladsaxe.supporter, nobody, DAY)).toEqual([
      { type: 'evidence-needed', needed: 'register', has: 'none' },
      { type: 'group-needed', groups: ['resident'] },
      { type: 'age-unknown', minAge: 18 },
    ]);
  });

  it('is old enough on the birthday itself', () => {
    const born = (bornOn: string) => ({
      evidence: 'register' as const,
      groups: ['resident' as const],
      bornOn,
    });
    const { supporter } = SCHEME_PRESETS.gladsaxe;
    expect(getEligibilityGaps(supporter, born('2008-11-23'), DAY)).toEqual([]);
    expect(getEligibilityGaps(supporter, born('2008-11-24'), DAY)).toEqual([
      { type: 'too-young', minAge: 18, from: '2026-11-24' },
    ]);
  });

  it('needs evidence at least as strong as what is asked for', () => {
    const known = (evidence: 'email' | 'eid-low' | 'register' | 'eid-high') => ({
      evidence,
      groups: ['voter' as const],
      bornOn: null,
    });
    const { supporter } = SCHEME_PRESETS.borgerforslag;
    const gaps = (evidence: Parameters<typeof known>[0]) =>
      getEligibilityGaps(supporter, known(evidence), DAY).map(({ type }) => type);
    expect(gaps('email')).toEqual(['evidence-needed']);
    expect(gaps('eid-low')).toEqual(['evidence-needed']);
    expect(gaps('register')).toEqual([]);
    expect(gaps('eid-high')).toEqual([]);
  });
});
