import { describe, expect, it } from '@jest/globals';
import { stepAt, stepOfFaults, stepsOf } from './proposal-steps.js';

describe('the steps of a proposal', () => {
  it('leave out what would ask nothing', () => {
    expect(stepsOf({ places: true, people: true })).toEqual(['idea', 'place', 'people', 'review']);
    expect(stepsOf({ places: false, people: false })).toEqual(['idea', 'review']);
  });

  it('are addresses of their own, once there is a draft', () => {
    const steps = stepsOf({ places: true, people: false });
    const at = (search: string) => stepAt(steps, new URLSearchParams(search));
    expect(at('')).toBe('idea');
    expect(at('draft=1')).toBe('idea');
    expect(at('draft=1&step=place')).toBe('place');
    expect(at('step=review')).toBe('idea');
    expect(at('draft=1&step=people')).toBe('idea');
    expect(at('draft=1&step=elsewhere')).toBe('idea');
  });

  it('lead back to the first at which something is wrong', () => {
    expect(stepOfFaults([{ field: 'windowChoice' }, { field: 'text' }])).toBe('idea');
    expect(stepOfFaults([{ field: 'point' }])).toBe('place');
    expect(stepOfFaults([])).toBeUndefined();
  });
});
