import type { Schema } from '@medvind/api-client';

type SentNode = Schema<'DraftNode'>;

/** A goal of an outline while it is edited. `key` is this page's own. */
export interface DraftNode extends Omit<SentNode, 'children'> {
  key: string;
  children: DraftNode[];
}

export interface DraftPolicy extends Omit<Schema<'DraftPolicyView'>, 'nodes'> {
  nodes: DraftNode[];
}

export const MOST_LEVELS = 6;

/** Every operation gives a new tree, or the same one where it does not apply. */
export type Operation = (nodes: DraftNode[], key: string) => DraftNode[];

/** By its first place in the document: the same on the server and in the browser. */
export const keyed = (nodes: readonly SentNode[], at: string): DraftNode[] =>
  nodes.map((node, index) => {
    const key = `${at}-${index}`;
    return { ...node, key, children: keyed(node.children, key) };
  });

let made = 0;

const unkeyed = (nodes: readonly DraftNode[]): SentNode[] =>
  nodes.map(({ key: _key, children, ...node }) => ({ ...node, children: unkeyed(children) }));

/** What is sent of the policies: what staff can change. */
export const outlineInput = (policies: readonly DraftPolicy[]): Schema<'OutlineInput'> => ({
  policies: policies.map(
    ({ key, dropped, title, type, levels, validFrom, validTo, summary, text, nodes }) => ({
      key,
      dropped,
      title,
      type,
      levels,
      validFrom,
      validTo,
      summary,
      text,
      nodes: unkeyed(nodes),
    }),
  ),
});

/** Finds the list a node is in and puts another in its place; lists beside it stay the same objects. */
function within(
  nodes: DraftNode[],
  key: string,
  change: (siblings: DraftNode[], index: number) => DraftNode[],
): DraftNode[] {
  const index = nodes.findIndex((node) => node.key === key);
  if (index >= 0) return change(nodes, index);
  for (const [at, node] of nodes.entries()) {
    const children = within(node.children, key, change);
    if (children !== node.children) return nodes.with(at, { ...node, children });
  }
  return nodes;
}

export const edited = (
  nodes: DraftNode[],
  key: string,
  change: Partial<Omit<DraftNode, 'key' | 'children'>>,
): DraftNode[] =>
  within(nodes, key, (siblings, index) => siblings.with(index, { ...siblings[index]!, ...change }));

/** Below the one before it. */
export const indented: Operation = (nodes, key) => {
  if (depthOf(nodes, key) + heightOf(find(nodes, key)) > MOST_LEVELS) return nodes;
  return within(nodes, key, (siblings, index) => {
    const [before, node] = [siblings[index - 1], siblings[index]!];
    if (!before) return siblings;
    return siblings.toSpliced(index - 1, 2, { ...before, children: [...before.children, node] });
  });
};

/** Up beside the one it hangs below, right after it; those after it stay where they are. */
export const outdented: Operation = (nodes, key) => {
  const parent = parentOf(nodes, key);
  if (!parent) return nodes;
  const node = parent.children.find((child) => child.key === key)!;
  return within(nodes, parent.key, (siblings, index) =>
    siblings.toSpliced(
      index,
      1,
      { ...parent, children: parent.children.filter((child) => child !== node) },
      node,
    ),
  );
};

const moved =
  (step: -1 | 1): Operation =>
  (nodes, key) =>
    within(nodes, key, (siblings, index) => {
      const other = siblings[index + step];
      return other ? siblings.with(index, other).with(index + step, siblings[index]!) : siblings;
    });

export const movedUp = moved(-1);
export const movedDown = moved(1);

/** Its words go to the one before it, or else to the one it hangs below; so does what hangs below it. */
export const merged: Operation = (nodes, key) => {
  const parent = parentOf(nodes, key);
  const siblings = parent?.children ?? nodes;
  const index = siblings.findIndex((node) => node.key === key);
  const node = siblings[index];
  const before = siblings[index - 1];
  if (!node || (!before && !parent)) return nodes;
  if (before)
    return within(nodes, key, (list, at) =>
      list.toSpliced(at - 1, 2, {
        ...before,
        text: wordsOf(before, node),
        children: [...before.children, ...node.children],
      }),
    );
  return within(nodes, parent!.key, (list, at) =>
    list.with(at, {
      ...parent!,
      text: wordsOf(parent!, node),
      children: siblings.toSpliced(index, 1, ...node.children),
    }),
  );
};

/** A title that was proposed was made of the text, and would say it twice. */
const wordsOf = (into: DraftNode, { title, titleProposed, text }: DraftNode): string =>
  [into.text, titleProposed && text ? '' : title, text].filter(Boolean).join('\n\n');

/** Out of the outline, with all that hangs below it. */
export const dropped: Operation = (nodes, key) =>
  within(nodes, key, (siblings, index) => siblings.toSpliced(index, 1));

/** A goal the document does not print, after that one or at the end. */
export function added(
  nodes: DraftNode[],
  after: string | null,
  title: string,
): { nodes: DraftNode[]; key: string } {
  const node: DraftNode = {
    // Unlike those of an outline that is taken up again.
    key: `new-${Date.now().toString(36)}-${++made}`,
    number: null,
    label: null,
    title,
    titleProposed: false,
    leadIn: null,
    text: '',
    children: [],
  };
  return {
    key: node.key,
    nodes:
      after === null
        ? [...nodes, node]
        : within(nodes, after, (siblings, index) => siblings.toSpliced(index + 1, 0, node)),
  };
}

/** How many goals there are on each level, from the top. */
export function levelCounts(nodes: readonly DraftNode[]): number[] {
  const counts: number[] = [];
  for (let level = [...nodes]; level.length; level = level.flatMap(({ children }) => children))
    counts.push(level.length);
  return counts;
}

export const countOf = (nodes: readonly DraftNode[]): number =>
  levelCounts(nodes).reduce((sum, count) => sum + count, 0);

/** Where a node is in the body that is sent ("nodes.0.children.2"): faults are told by it. */
export function pathOf(nodes: readonly DraftNode[], key: string, path = 'nodes'): string | null {
  for (const [index, node] of nodes.entries()) {
    const here = `${path}.${index}`;
    if (node.key === key) return here;
    const below = pathOf(node.children, key, `${here}.children`);
    if (below) return below;
  }
  return null;
}

/** The node a fault speaks of. */
export function nodeAt(nodes: readonly DraftNode[], path: string): DraftNode | undefined {
  const [, index, ...rest] = path.split('.');
  const node = nodes[Number(index)];
  return node && rest[0] === 'children' && rest.length > 1 ? nodeAt(node.children, rest.join('.')) : node;
}

export const find = (nodes: readonly DraftNode[], key: string): DraftNode | undefined => {
  for (const node of nodes) {
    const found = node.key === key ? node : find(node.children, key);
    if (found) return found;
  }
  return undefined;
};

export function parentOf(nodes: readonly DraftNode[], key: string): DraftNode | undefined {
  for (const node of nodes) {
    if (node.children.some((child) => child.key === key)) return node;
    const found = parentOf(node.children, key);
    if (found) return found;
  }
  return undefined;
}

/** Where one goes on when a node is gone: the one before it, the one it hung below, else the one after it. */
export function neighbourOf(nodes: readonly DraftNode[], key: string): DraftNode | undefined {
  const parent = parentOf(nodes, key);
  const siblings = parent?.children ?? nodes;
  const index = siblings.findIndex((node) => node.key === key);
  return siblings[index - 1] ?? parent ?? siblings[index + 1];
}

/** What can be done with a node where it is. */
export function possible(nodes: DraftNode[], key: string) {
  const siblings = parentOf(nodes, key)?.children ?? nodes;
  const index = siblings.findIndex((node) => node.key === key);
  return {
    indent: index > 0 && depthOf(nodes, key) + heightOf(siblings[index]) <= MOST_LEVELS,
    outdent: siblings !== nodes,
    up: index > 0,
    down: index < siblings.length - 1,
    merge: index > 0 || siblings !== nodes,
  };
}

const depthOf = (nodes: readonly DraftNode[], key: string): number => {
  const parent = parentOf(nodes, key);
  return parent ? depthOf(nodes, parent.key) + 1 : 1;
};

const heightOf = (node: DraftNode | undefined): number =>
  node ? 1 + Math.max(0, ...node.children.map(heightOf)) : 0;
