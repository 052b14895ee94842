import { describe, expect, it } from '@jest/globals';
import { goalsPerLevel, goalTree } from './goal-tree.js';

const goal = (id: string, parentId: string | null, level: number) => ({
  id,
  parentId,
  level,
  number: null,
  title: id,
  titleProposed: false,
});
const goals = [goal('a', null, 1), goal('a1', 'a', 2), goal('a1x', 'a1', 3), goal('b', null, 1)];

describe('the goals of a policy', () => {
  it('hang where the document has them', () => {
    const [a, b] = goalTree(goals, new Map());
    expect([a?.title, b?.title, a?.children[0]?.children[0]?.title]).toEqual(['a', 'b', 'a1x']);
  });

  it('carry what is said of them', () => {
    const [a, b] = goalTree(goals, new Map([['a', 4]]));
    expect([a?.comments, b?.comments]).toEqual([4, 0]);
  });

  it('are counted level by level', () => {
    expect(goalsPerLevel(goals)).toEqual([2, 1, 1]);
    expect(goalsPerLevel([])).toEqual([]);
  });
});
