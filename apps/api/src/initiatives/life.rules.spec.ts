import { describe, expect, it } from '@jest/globals';
import {
  ACTS,
  actsAtEnd,
  actsOfSupport,
  after,
  comingOf,
  INITIATIVE_STATUSES,
  LIFE,
  PUBLIC_STATES,
} from './life.rules.js';

const at = new Date('2026-11-23T12:00:00Z');
const never = { confirmBy: null, deadline: null, decideBy: null, overdueAt: null };

describe('the life of an initiative', () => {
  it('leads from the draft to every state', () => {
    const reached = new Set<string>(['draft']);
    for (const status of reached)
      for (const next of Object.values(LIFE[status as 'draft'])) reached.add(next);
    expect([...reached].toSorted()).toEqual([...INITIATIVE_STATUSES].toSorted());
  });

  it('uses every act somewhere', () => {
    const used = new Set(Object.values(LIFE).flatMap((acts) => Object.keys(acts)));
    expect([...used].toSorted()).toEqual([...ACTS].toSorted());
  });

  it('never takes back what everyone could read', () => {
    for (const status of PUBLIC_STATES)
      for (const next of Object.values(LIFE[status])) expect(PUBLIC_STATES).toContain(next);
  });

  it('goes no further once it was withdrawn', () => {
    expect(ACTS.every((act) => after('withdrawn', act) === null)).toBe(true);
  });

  it('waits for its next moment only where time moves it', () => {
    expect(comingOf({ ...never, status: 'draft', deadline: at })).toBeNull();
    expect(comingOf({ ...never, status: 'confirming', confirmBy: at })).toEqual({ at, act: 'confirm-end' });
    expect(comingOf({ ...never, status: 'reached', deadline: at })).toEqual({ at, act: 'collect-end' });
    const paperUntil = new Date(at.getTime() + 1);
    expect(comingOf({ ...never, status: 'collecting', deadline: at, paperUntil })?.at).toBe(paperUntil);
    expect(comingOf({ ...never, status: 'reached', deadline: at, paperUntil })?.at).toBe(at);
    expect(comingOf({ ...never, status: 'considered', decideBy: at })).toEqual({ at, act: 'overdue' });
    expect(comingOf({ ...never, status: 'considered', decideBy: at, overdueAt: at })).toBeNull();
    expect(comingOf({ ...never, status: 'decided', decideBy: at, deadline: at })).toBeNull();
  });

  it('ends as the rule says: handed over, closed, or reported all the same', () => {
    expect(actsAtEnd({ status: 'reached', failure: 'closed', isTop: false })).toEqual(['hand-over']);
    expect(actsAtEnd({ status: 'collecting', failure: 'closed', isTop: false })).toEqual(['expire']);
    expect(actsAtEnd({ status: 'collecting', failure: 'reported', isTop: false })).toEqual([
      'expire',
      'hand-over',
    ]);
    expect(actsAtEnd({ status: 'collecting', failure: 'closed', isTop: true })).toEqual([
      'reach',
      'hand-over',
    ]);
  });

  it('is reached by the supporter it took, and not again by the next', () => {
    const counted = {
      status: 'collecting' as const,
      supportCount: 100,
      threshold: 100,
      higherThreshold: 200,
      higherAt: null,
      handOver: 'at-end' as const,
    };
    expect(actsOfSupport({ ...counted, supportCount: 99 })).toEqual([]);
    expect(actsOfSupport(counted)).toEqual(['reach']);
    expect(actsOfSupport({ ...counted, handOver: 'at-once' })).toEqual(['reach', 'hand-over']);
    expect(actsOfSupport({ ...counted, status: 'reached', supportCount: 101 })).toEqual([]);
    expect(actsOfSupport({ ...counted, status: 'handed-over', supportCount: 200 })).toEqual(['reach-higher']);
    expect(actsOfSupport({ ...counted, status: 'handed-over', supportCount: 201, higherAt: at })).toEqual([]);
  });
});
