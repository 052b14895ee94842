import { describe, expect, it } from '@jest/globals';
import { getClosingBlockers, getRecordFaults, levelOf, timeOf } from './process.rules.js';

const ladder = [
  { key: 'inform', name: 'Informere', promise: 'Vi fortæller, hvad der sker.', language: 'da' },
  { key: 'involve', name: 'Involvere', promise: 'Vi arbejder med det, I siger.', language: 'da' },
] as const;
const record = { kind: 'citizen', service: '', question: 'Hvor?', level: 'involve', phases: [] } as const;
const faultsOf = (wishes: object) => getRecordFaults({ ...record, ...wishes, phases: [] }, ladder);

describe('the record of a process', () => {
  it('can promise involvement only where there is a question to influence', () => {
    expect(faultsOf({ question: '' })).toEqual([
      { field: 'level', code: 'nothing-to-influence', limits: { level: 'Informere' } },
    ]);
    expect(faultsOf({ question: '', level: 'inform' })).toEqual([]);
    expect(faultsOf({})).toEqual([]);
  });

  it('stands on a step of the municipality’s own ladder', () => {
    expect(faultsOf({ level: 'dialog' })).toEqual([{ field: 'level', code: 'not-one-of' }]);
  });

  it('names the service its users are asked about', () => {
    expect(faultsOf({ kind: 'user' })).toEqual([{ field: 'service', code: 'required' }]);
  });

  it('has phases that end after they begin and follow one another', () => {
    const phase = (from: string, to: string) => ({ kind: 'dialogue' as const, from, to, note: '' });
    const phases = [phase('2026-03-01', '2026-02-01'), phase('2026-02-15', '2026-04-01')];
    expect(getRecordFaults({ ...record, phases }, ladder)).toEqual([
      { field: 'phases.0.to', code: 'before-start' },
      { field: 'phases.1.from', code: 'before-previous' },
    ]);
  });

  it('keeps a step the ladder no longer has', () => {
    expect(levelOf('empower', ladder)).toEqual({
      key: 'empower',
      name: 'empower',
      promise: '',
      language: null,
    });
  });
});

describe('a phase', () => {
  it('is current through its last day', () => {
    const phase = { from: '2026-03-01', to: '2026-03-31' };
    expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((day) => timeOf(phase, day))).toEqual(
      ['coming', 'current', 'current', 'past'],
    );
  });
});

describe('closing a process', () => {
  const answered = { id: 'a', title: 'Bænke', respondedAt: new Date() };

  it('needs all its input sorted and a published response to every theme', () => {
    expect(getClosingBlockers([answered, { id: 'b', title: 'Lys', respondedAt: null }], 2)).toEqual([
      { type: 'unsorted-input', count: 2 },
      { type: 'theme-without-response', themeId: 'b', title: 'Lys' },
    ]);
    expect(getClosingBlockers([answered], 0)).toEqual([]);
  });

  it('needs a theme, or there is nothing that was answered', () => {
    expect(getClosingBlockers([], 0)).toEqual([{ type: 'no-theme' }]);
  });
});
