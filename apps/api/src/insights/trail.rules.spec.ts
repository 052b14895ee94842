import { describe, expect, it } from '@jest/globals';
import { trailOf } from './trail.rules.js';

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const said = { at: day(1), path: 'goals/g?comment=c' };
const link = {
  processId: 'p',
  processTitle: 'Åbne døre',
  linkedAt: day(2),
  theme: {
    id: 't',
    title: 'Lokaler',
    outcome: 'partly' as const,
    text: 'Vi åbner to skoler.',
    respondedAt: day(3),
  },
};
const plan = {
  planId: 'h',
  planTitle: 'Handleplan 2026',
  year: 2026,
  actionTitle: 'Åbne skoler',
  publishedAt: day(4),
  result: 'To skoler er åbne.',
};

describe('the trail of a contribution', () => {
  it('begins with what was said and ends with what came of it', () => {
    expect(trailOf(said, [link], null, [plan]).map(({ kind }) => kind)).toEqual([
      'said',
      'linked',
      'answered',
      'planned',
      'result',
    ]);
  });

  it('claims no more than has happened', () => {
    const linked = { ...link, theme: { ...link.theme, respondedAt: null } };
    expect(trailOf(said, [linked], null, []).map(({ kind }) => kind)).toEqual(['said', 'linked']);
    expect(trailOf(said, [], null, [{ ...plan, result: '' }]).map(({ kind }) => kind)).toEqual([
      'said',
      'planned',
    ]);
  });

  it('tells the answer an initiative got of its own', () => {
    const answer = { outcome: 'accepted', text: 'Ja.', at: day(5) };
    expect(trailOf(said, [], answer, []).at(-1)).toMatchObject({
      kind: 'answered',
      outcome: 'accepted',
      path: said.path,
    });
  });
});
