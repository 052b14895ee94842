import { describe, expect, it } from '@jest/globals';
import { groupByFocusArea, printed } from './focus-area.rules.js';

const goal = (id: string, parentId: string | null, level: number, number: string | null = null) => ({
  id,
  parentId,
  level,
  number,
  title: id,
});
const tree = [
  goal('Steder', null, 1, '4.'),
  goal('Åbne huse', 'Steder', 2),
  goal('Mål', 'Åbne huse', 3),
  goal('Naboskab', null, 1, '4.'),
  goal('Møder', 'Naboskab', 2),
];

describe('the tables of a plan', () => {
  it('are the goals of the first level, in the order of the policy, also where nothing happens', () => {
    const areas = groupByFocusArea(tree, [
      { name: 'a', goalId: 'Mål' },
      { name: 'b', goalId: 'Steder' },
    ]);
    expect(areas.map(({ goal: area, actions }) => [area?.title, actions.map(({ name }) => name)])).toEqual([
      ['Steder', ['a', 'b']],
      ['Naboskab', []],
    ]);
  });

  it('keep two areas apart that are both numbered "4."', () => {
    const areas = groupByFocusArea(tree, [{ goalId: 'Møder' }, { goalId: 'Åbne huse' }]);
    expect(areas.map(({ goal: area, actions }) => [area && printed(area), actions.length])).toEqual([
      ['4. Steder', 1],
      ['4. Naboskab', 1],
    ]);
  });

  it('end with what belongs to no single area', () => {
    expect(groupByFocusArea(tree, [{ goalId: null }]).at(-1)).toEqual({
      goal: null,
      actions: [{ goalId: null }],
    });
  });

  it('are one table where the goals hang directly on the policy', () => {
    const flat = [goal('Et', null, 1), goal('To', null, 1)];
    expect(groupByFocusArea(flat, [{ goalId: 'To' }, { goalId: 'Et' }, { goalId: null }])).toEqual([
      { goal: null, actions: [{ goalId: 'To' }, { goalId: 'Et' }, { goalId: null }] },
    ]);
    expect(groupByFocusArea([], [])).toEqual([{ goal: null, actions: [] }]);
  });
});
