import { describe, expect, it } from '@jest/globals';
import { getEligibilityGaps, type Eligibility } from './eligibility.rules.js';

const ANYONE: Eligibility = { groups: ['anyone'], minAge: null, evidence: 'none' };
const ADULTS: Eligibility = { groups: ['resident'], minAge: 18, evidence: 'register' };
const DAY = '2026-11-23';
const nobody = { evidence: 'none' as const, groups: [], bornOn: null };

describe('who may take part', () => {
  it('is anyone where nothing is asked', () => {
    expect(getEligibilityGaps(ANYONE, nobody, DAY)).toEqual([]);
  });

  it('is as old on 28 February as on the leap day of their birth', () => {
    const born = { evidence: 'register' as const, groups: ['resident' as const], bornOn: '2008-02-29' };
    expect(getEligibilityGaps(ADULTS, born, '2026-02-27')).toMatchObject([{ from: '2026-02-28' }]);
    expect(getEligibilityGaps({ ...ADULTS, minAge: 16 }, born, '2024-02-28')).toMatchObject([
      { from: '2024-02-29' },
    ]);
  });

  it('is told every condition that is not met, and what is needed', () => {
    expect(getEligibilityGaps(ADULTS, nobody, DAY)).toEqual([
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
    const supporter = ADULTS;
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
    const supporter: Eligibility = { groups: ['voter'], minAge: null, evidence: 'eid-substantial' };
    const gaps = (evidence: Parameters<typeof known>[0]) =>
      getEligibilityGaps(supporter, known(evidence), DAY).map(({ type }) => type);
    expect(gaps('email')).toEqual(['evidence-needed']);
    expect(gaps('eid-low')).toEqual(['evidence-needed']);
    expect(gaps('register')).toEqual([]);
    expect(gaps('eid-high')).toEqual([]);
  });
});
