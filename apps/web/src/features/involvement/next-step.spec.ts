import { describe, expect, it } from '@jest/globals';
import { nextStep } from './next-step.js';

const work = { state: 'open', linkCount: 4, unsortedCount: 0, blockers: [] } as const;
const next = (change: Partial<Parameters<typeof nextStep>[0]>) =>
  nextStep({ ...work, blockers: [], ...change });

describe('a process opens', () => {
  it('on its description until something is linked to it', () => {
    expect(next({ linkCount: 0, blockers: [{ type: 'no-theme' }] })).toBe('record');
    expect(next({ state: 'planned', unsortedCount: 2 })).toBe('record');
  });

  it('on sorting while anything is not sorted, then on its answers, then on its end', () => {
    expect(next({ unsortedCount: 1, blockers: [{ type: 'unsorted-input', count: 1 }] })).toBe('sort');
    expect(next({ blockers: [{ type: 'theme-without-response', themeId: 't', title: 'Lys' }] })).toBe(
      'answer',
    );
    expect(next({})).toBe('close');
    expect(next({ state: 'closed' })).toBe('close');
  });
});
