import { describe, expect, it } from '@jest/globals';
import {
  combine,
  consistencyProof,
  EMPTY_ROOT,
  Frontier,
  inclusionProof,
  leafHash,
  rootOf,
  verifyConsistency,
  verifyInclusion,
  type TreeNode,
} from './merkle.tree.js';

/** The leaves every implementation of Certificate Transparency is tried with, and the roots over the first n. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** RFC 6962 section 2.1 as it is written. */
const written = (leaves: readonly Buffer[]): Buffer => {
  if (leaves.length < 2) return leaves[0] ?? EMPTY_ROOT;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return combine(written(leaves.slice(0, k)), written(leaves.slice(k)));
};

const leaves = (count: number) => Array.from({ length: count }, (_, index) => leafHash(`ballot ${index}`));
const hashOf =
  (all: readonly Buffer[]) =>
  ({ level, index }: TreeNode) =>
    written(all.slice(index * 2 ** level, (index + 1) * 2 ** level));

describe('the tree', () => {
  it('has the roots of the published test vectors', () => {
    const hashes = LEAVES.map((leaf) => leafHash(Buffer.from(leaf, 'hex')));
    expect(hashes.map((_, index) => rootOf(hashes.slice(0, index + 1)).toString('hex'))).toEqual(ROOTS);
    expect(EMPTY_ROOT.toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  it('grows from what was kept of it exactly as it would have grown at once', () => {
    const all = leaves(150);
    for (const stop of [0, 1, 2, 63, 64, 100, 149]) {
      const first = new Frontier();
      for (const leaf of all.slice(0, stop)) first.append(leaf);
      const resumed = new Frontier(stop, first.kept());
      const completed = new Map<string, Buffer>();
      for (const leaf of all.slice(stop))
        resumed.append(leaf, ({ level, index }, hash) => completed.set(`${level} ${index}`, hash));
      expect(resumed.root()).toEqual(written(all));
      for (const [node, hash] of completed) {
        const [level = 0, index = 0] = node.split(' ').map(Number);
        expect(hash).toEqual(hashOf(all)({ level, index }));
      }
    }
  });
});

describe('a proof', () => {
  it('of inclusion holds for every leaf of every tree, and for no other leaf, place, size or root', () => {
    for (let size = 1; size <= 40; size++) {
      const all = leaves(size);
      const root = written(all);
      for (let index = 0; index < size; index++) {
        const proof = inclusionProof(index, size, hashOf(all));
        expect(verifyInclusion(all[index]!, index, size, proof, root)).toBe(true);
        expect(verifyInclusion(leafHash('another'), index, size, proof, root)).toBe(false);
        expect(verifyInclusion(all[index]!, index, size, proof, leafHash('another'))).toBe(false);
        expect(verifyInclusion(all[index]!, index, size, [...proof, root], root)).toBe(false);
        if (proof.length) {
          expect(verifyInclusion(all[index]!, index, size, proof.slice(1), root)).toBe(false);
          expect(verifyInclusion(all[index]!, (index + 1) % size, size, proof, root)).toBe(false);
        }
      }
    }
  });

  it('of consistency holds between every two sizes, and not once a leaf of the former was changed or dropped', () => {
    for (let size = 1; size <= 33; size++) {
      const all = leaves(size);
      for (let former = 1; former <= size; former++) {
        const before = written(all.slice(0, former));
        const proof = consistencyProof(former, size, hashOf(all));
        expect(verifyConsistency(former, size, proof, before, written(all))).toBe(true);
        const changed = all.with(former - 1, leafHash('changed'));
        expect(
          verifyConsistency(
            former,
            size,
            consistencyProof(former, size, hashOf(changed)),
            before,
            written(changed),
          ),
        ).toBe(false);
        if (former < size) {
          const dropped = all.toSpliced(0, 1);
          const against = consistencyProof(Math.min(former, dropped.length), dropped.length, hashOf(dropped));
          expect(verifyConsistency(former, dropped.length, against, before, written(dropped))).toBe(false);
        }
      }
    }
  });
});
