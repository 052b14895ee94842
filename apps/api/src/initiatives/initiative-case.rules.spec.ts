import { describe, expect, it } from '@jest/globals';
import { dueOf, isHandlerNews, noticeByOf } from './initiative-case.rules.js';
import { plainScheme } from './scheme.presets.js';

const day = (text: string) => new Date(`${text}T12:00:00Z`);
const nobody = { unitId: null, assigneeId: null, noticeBy: null, toldAt: null };
const someone = { ...nobody, unitId: 'culture', assigneeId: 'ida' };

describe('the time to say who deals with an initiative', () => {
  it('counts from the hand-over, to the end of a day', () => {
    const plain = plainScheme(3, { windowDays: 30 });
    const scheme = { ...plain, decision: { ...plain.decision, noticeDays: 30 } };
    expect(noticeByOf(scheme, day('2026-01-01'))?.toISOString()).toBe('2026-01-31T23:00:00.000Z');
    expect(
      noticeByOf({ ...scheme, decision: { ...scheme.decision, noticeDays: null } }, day('2026-01-01')),
    ).toBe(null);
  });

  it('comes before the decision, until they are told', () => {
    const both = { status: 'handed-over' as const, decideBy: day('2026-06-01') };
    const waiting = { ...nobody, noticeBy: day('2026-02-01') };
    expect(dueOf(waiting, both)).toEqual({ what: 'notice', at: waiting.noticeBy });
    expect(dueOf({ ...waiting, toldAt: day('2026-01-02') }, both)).toEqual({
      what: 'decision',
      at: both.decideBy,
    });
    expect(dueOf(waiting, { ...both, decideBy: null })?.what).toBe('notice');
    expect(dueOf(nobody, { ...both, decideBy: null })).toBe(null);
  });

  it('is over with the answer', () => {
    expect(
      dueOf({ ...nobody, noticeBy: day('2026-02-01') }, { status: 'decided', decideBy: day('2026-06-01') }),
    ).toBe(null);
  });
});

describe('who deals with an initiative', () => {
  const handed = { handedOverAt: day('2026-01-01'), status: 'handed-over' as const };

  it('is told once a unit and a person have it, and again when another unit has', () => {
    expect(isHandlerNews(nobody, someone, handed)).toBe(true);
    expect(isHandlerNews(nobody, { ...someone, assigneeId: null }, handed)).toBe(false);
    const told = { ...someone, toldAt: day('2026-01-02') };
    expect(isHandlerNews(told, { ...told, assigneeId: 'bo' }, handed)).toBe(false);
    expect(isHandlerNews(told, { ...told, unitId: 'roads' }, handed)).toBe(true);
  });

  it('is told of nothing that was not handed over, or is answered', () => {
    expect(isHandlerNews(nobody, someone, { handedOverAt: null, status: 'collecting' })).toBe(false);
    expect(isHandlerNews(nobody, someone, { ...handed, status: 'decided' })).toBe(false);
  });
});
