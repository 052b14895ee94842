import { createHash } from 'node:crypto';

/**
 * The Merkle tree of RFC 6962 section 2.1 (and RFC 9162 section 2.1): a leaf is hashed behind a zero byte, a node
 * behind a one, so that neither can be passed off as the other.
 */
export const leafHash = (entry: string | Buffer): Buffer =>
  createHash('sha256').update(LEAF).update(entry).digest();

export const combine = (left: Buffer, right: Buffer): Buffer =>
  createHash('sha256').update(NODE).update(left).update(right).digest();

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** Of a tree without leaves. */
export const EMPTY_ROOT = createHash('sha256').digest();

/** A complete subtree: `level` 0 is a leaf; it stands over the leaves `index · 2^level` and on. */
export interface TreeNode {
  level: number;
  index: number;
}

/** The largest power of two below n (n > 1): where the tree over n leaves parts. */
const split = (n: number): number => 2 ** (31 - Math.clz32(n - 1));

/**
 * All that must be kept of a tree to add leaves to it: the roots of its complete subtrees, at most one a level. Adding
 * costs what the new leaves cost, never what the tree does.
 */
export class Frontier {
  /** The roots, the largest subtree first. */
  private readonly roots: Buffer[];

  /** @param roots as `roots` gave them for this size */
  constructor(
    public size = 0,
    roots: readonly string[] = [],
  ) {
    this.roots = roots.map((root) => Buffer.from(root, 'base64url'));
  }

  /** @param complete is told of every subtree this leaf completes, itself first */
  append(leaf: Buffer, complete?: (node: TreeNode, hash: Buffer) => void) {
    let hash = leaf;
    let node = { level: 0, index: this.size };
    complete?.(node, hash);
    for (let rest = this.size; rest % 2 === 1; rest = (rest - 1) / 2) {
      hash = combine(this.roots.pop()!, hash);
      node = { level: node.level + 1, index: (node.index - 1) / 2 };
      complete?.(node, hash);
    }
    this.roots.push(hash);
    this.size++;
  }

  root(): Buffer {
    return this.roots.length === 0
      ? EMPTY_ROOT
      : this.roots.reduceRight((right, left) => combine(left, right));
  }

  kept(): string[] {
    return this.roots.map((root) => root.toString('base64url'));
  }
}

/** The root over all these leaves' hashes. */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  const frontier = new Frontier();
  for (const leaf of leaves) frontier.append(leaf);
  return frontier.root();
}

/** The leaves from `start` up to, not including, `end`. */
type Range = readonly [start: number, end: number];

/** Over which leaves the hashes of an inclusion proof stand, the deepest first (RFC 9162 section 2.1.3.1). */
export function rangesOfInclusion(index: number, size: number): Range[] {
  const ranges: Range[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + split(end - start);
    if (index < middle) {
      ranges.unshift([middle, end]);
      end = middle;
    } else {
      ranges.unshift([start, middle]);
      start = middle;
    }
  }
  return ranges;
}

/** The complete subtrees a range of a proof consists of; their hashes folded from the right give the range's. */
export function nodesOf([start, end]: Range): TreeNode[] {
  const nodes: TreeNode[] = [];
  for (let from = start; from < end;) {
    let level = 31 - Math.clz32(end - from);
    while (from % 2 ** level !== 0) level--;
    nodes.push({ level, index: from / 2 ** level });
    from += 2 ** level;
  }
  return nodes;
}

/** @param hashOf a complete subtree's hash */
export const inclusionProof = (index: number, size: number, hashOf: (node: TreeNode) => Buffer): Buffer[] =>
  rangesOfInclusion(index, size).map((range) => hashOfRange(range, hashOf));

const hashOfRange = (range: Range, hashOf: (node: TreeNode) => Buffer): Buffer =>
  nodesOf(range)
    .map(hashOf)
    .reduceRight((right, left) => combine(left, right));

/** Whether the leaf is the tree's at `index` (RFC 9162 section 2.1.3.2). */
export function verifyInclusion(
  leaf: Buffer,
  index: number,
  size: number,
  proof: readonly Buffer[],
  root: Buffer,
): boolean {
  if (index < 0 || index >= size) return false;
  let [place, last] = [index, size - 1];
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = combine(sibling, hash);
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)];
    } else hash = combine(hash, sibling);
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 && hash.equals(root);
}

/** That the tree of `size` begins with the one of `former` (RFC 9162 section 2.1.4.1); 0 < former ≤ size. */
export function consistencyProof(former: number, size: number, hashOf: (node: TreeNode) => Buffer): Buffer[] {
  const ranges: Range[] = [];
  let [start, end, whole] = [0, size, true];
  while (former !== end) {
    const middle = start + split(end - start);
    if (former <= middle) {
      ranges.unshift([middle, end]);
      end = middle;
    } else {
      ranges.unshift([start, middle]);
      start = middle;
      whole = false;
    }
  }
  if (!whole) ranges.unshift([start, end]);
  return ranges.map((range) => hashOfRange(range, hashOf));
}

/** Whether nothing of the former tree was changed or dropped (RFC 9162 section 2.1.4.2). */
export function verifyConsistency(
  former: number,
  size: number,
  proof: readonly Buffer[],
  formerRoot: Buffer,
  root: Buffer,
): boolean {
  if (former < 1 || former > size) return false;
  if (former === size) return proof.length === 0 && formerRoot.equals(root);
  const path = Number.isInteger(Math.log2(former)) ? [formerRoot, ...proof] : [...proof];
  if (path.length === 0) return false;
  let [place, last] = [former - 1, size - 1];
  while (place % 2 === 1) [place, last] = [(place - 1) / 2, Math.floor(last / 2)];
  let [before, after] = [path[0]!, path[0]!];
  for (const sibling of path.slice(1)) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      before = combine(sibling, before);
      after = combine(sibling, after);
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)];
    } else after = combine(after, sibling);
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 && before.equals(formerRoot) && after.equals(root);
}
