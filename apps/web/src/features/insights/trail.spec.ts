import { describe, expect, it } from '@jest/globals';
import { wayOf, type TrailStep } from './trail.js';

const step = (kind: TrailStep['kind'], outcome: string | null = null): TrailStep => ({
  kind,
  at: '2026-03-01T12:00:00Z',
  title: null,
  outcome,
  text: null,
  path: 'processes/p',
});
const shown = (steps: TrailStep[]) => wayOf(steps).stages.map(({ kind, state }) => `${kind} ${state}`);

describe('the way of a contribution', () => {
  it('shows what has happened, where it is now, and what may come', () => {
    expect(shown([step('said'), step('linked')])).toEqual([
      'said done',
      'linked current',
      'answered coming',
      'planned coming',
      'result coming',
    ]);
  });

  it('gathers what several processes did with it', () => {
    const way = wayOf([step('said'), step('linked'), step('linked'), step('answered', 'partly')]);
    expect(way.stages[1]?.steps).toHaveLength(2);
    expect(way).toMatchObject({ reached: 'answered', place: 3, ended: false });
  });

  it('claims nothing of what it passed by', () => {
    expect(shown([step('said'), step('planned')])).toEqual(['said done', 'planned current', 'result coming']);
  });

  it('promises nothing after a no', () => {
    expect(shown([step('said'), step('linked'), step('answered', 'declined')])).toEqual([
      'said done',
      'linked done',
      'answered current',
    ]);
    expect(wayOf([step('said'), step('answered', 'forwarded')]).ended).toBe(true);
    expect(wayOf([step('said'), step('answered', 'declined'), step('answered', 'accepted')]).ended).toBe(
      false,
    );
  });
});
