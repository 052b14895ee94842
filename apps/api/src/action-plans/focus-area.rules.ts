import type { Goal } from '../policies/goal.entity.js';

type Node = Pick<Goal, 'id' | 'parentId' | 'level' | 'number' | 'title'>;

/** A table of the plan: the actions under one goal of the first level, or what the whole policy holds together. */
export interface FocusArea<Action> {
  /** null: the policy itself, where its goals hang directly on it, or for actions that belong to no single area. */
  goal: Node | null;
  actions: Action[];
}

/** A policy whose goals all hang directly on it is one area: a table for each goal would be tables of one row. */
export const isFlat = (tree: readonly Pick<Node, 'level'>[]): boolean =>
  tree.every(({ level }) => level <= 1);

/** The goal of the first level above a goal, or itself. */
export function areaOf(tree: ReadonlyMap<string, Node>, goalId: string | null): Node | null {
  let node = goalId ? tree.get(goalId) : undefined;
  while (node?.parentId) node = tree.get(node.parentId);
  return node ?? null;
}

/**
 * The actions by focus area, in the order of the policy and, within an area, in the order given. Areas without
 * actions are there too: a council sees where nothing happens. What belongs to no area comes last.
 */
export function groupByFocusArea<Action extends { goalId: string | null }>(
  tree: readonly Node[],
  actions: readonly Action[],
): FocusArea<Action>[] {
  if (isFlat(tree)) return [{ goal: null, actions: [...actions] }];
  const byId = new Map(tree.map((node) => [node.id, node]));
  const byArea = Map.groupBy(actions, ({ goalId }) => areaOf(byId, goalId)?.id ?? null);
  const areas: FocusArea<Action>[] = tree
    .filter(({ level }) => level === 1)
    .map((goal) => ({ goal, actions: byArea.get(goal.id) ?? [] }));
  const across = byArea.get(null);
  return across ? [...areas, { goal: null, actions: across }] : areas;
}

/** A goal as the document prints it: its number, where it has one, and its title. */
export const printed = ({ number, title }: Pick<Node, 'number' | 'title'>): string =>
  number ? `${number} ${title}` : title;
