import type { Schema } from '@medvind/api-client';

type Goal = Schema<'GoalSummary'>;

export interface GoalNode extends Goal {
  children: GoalNode[];
  /** Said here and below. */
  comments: number;
}

/** The flat list of a policy's goals, in the document's order, as the tree it is. */
export function goalTree(goals: readonly Goal[], comments: ReadonlyMap<string, number>): GoalNode[] {
  const nodes = new Map<string, GoalNode>();
  const top: GoalNode[] = [];
  for (const goal of goals) {
    const node: GoalNode = { ...goal, children: [], comments: comments.get(goal.id) ?? 0 };
    nodes.set(goal.id, node);
    (goal.parentId ? (nodes.get(goal.parentId)?.children ?? top) : top).push(node);
  }
  return top;
}

/** How many goals there are on each level, from the top. */
export function goalsPerLevel(goals: readonly Goal[]): number[] {
  const counts: number[] = [];
  for (const { level } of goals) counts[level - 1] = (counts[level - 1] ?? 0) + 1;
  return Array.from(counts, (count) => count ?? 0);
}
