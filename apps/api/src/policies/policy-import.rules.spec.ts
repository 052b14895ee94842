import { describe, expect, it } from '@jest/globals';
import { aNode, anOutlinedPolicy } from '../../test/outlines.js';
import {
  corrected,
  countNodes,
  draftOf,
  getOutlineFaults,
  getPublishBlockers,
  warningsOf,
  type DraftOutline,
  type PolicyCorrection,
} from './policy-import.rules.js';

const aDraft = (): DraftOutline =>
  draftOf({
    kind: 'catalogue',
    title: 'Vores vej',
    language: 'da',
    owner: null,
    sections: [],
    policies: [
      anOutlinedPolicy({
        allocations: [{ label: 'Puljen', amount: 12, currency: 'DKK', yearly: true, years: [2026] }],
      }),
      anOutlinedPolicy({ title: 'Klimapolitik' }),
    ],
  });

const corrections = (draft: DraftOutline): PolicyCorrection[] => structuredClone(draft.policies);

describe('corrections of an outline', () => {
  it('keep what staff cannot edit, whatever is sent', () => {
    const draft = aDraft();
    const [first, second] = corrections(draft);
    const result = corrected(draft, [
      second!,
      { ...first!, title: 'Ny titel', allocations: [] } as PolicyCorrection,
    ]);
    expect(result.policies.map(({ title }) => title)).toEqual(['Klimapolitik', 'Ny titel']);
    expect(corrected(draft, [{ ...pick(first!), title: 'Ny titel' }]).policies[0]!.allocations).toMatchObject(
      [{ amount: 12 }],
    );
  });

  it('number the levels from where a goal now hangs', () => {
    const draft = aDraft();
    const [first] = corrections(draft);
    const [top] = first!.nodes;
    const result = corrected(draft, [{ ...first!, nodes: [...top!.children] }]);
    expect(result.policies[0]!.nodes.map(({ level }) => level)).toEqual([1, 1]);
  });

  it('name each policy once: none is lost, doubled or made up', () => {
    const draft = aDraft();
    const [first, second] = corrections(draft);
    expect(getOutlineFaults(draft, [first!, second!])).toEqual([]);
    expect(getOutlineFaults(draft, [first!])).toEqual([{ field: 'outline.policies', code: 'unknown' }]);
    expect(getOutlineFaults(draft, [first!, first!, second!])).toEqual([
      { field: 'outline.policies.1.key', code: 'unknown' },
    ]);
  });

  it('say every fault at its place in the tree', () => {
    const draft = aDraft();
    const [first, second] = corrections(draft);
    let deep = aNode('syvende');
    for (let level = 0; level < 6; level++) deep = aNode(`over ${level}`, [deep]);
    first!.nodes[0]!.children[1]!.title = '  ';
    second!.nodes = [deep];
    second!.validFrom = '2024';
    second!.validTo = '2016';
    expect(getOutlineFaults(draft, [first!, second!])).toEqual([
      { field: 'outline.policies.0.nodes.0.children.1.title', code: 'required' },
      { field: 'outline.policies.1.validTo', code: 'before-start' },
      {
        field: `outline.policies.1.nodes${'.0.children'.repeat(6)}`,
        code: 'too-deep',
        limits: { max: 6 },
      },
    ]);
    second!.validFrom = 'engang';
    expect(getOutlineFaults(draft, [first!, second!])).toContainEqual({
      field: 'outline.policies.1.validFrom',
      code: 'not-a-date',
    });
  });

  it('hold no more goals than a page can carry', () => {
    const draft = aDraft();
    const [first, second] = corrections(draft);
    first!.nodes = Array.from({ length: 3001 }, (_, n) => aNode(`Mål ${n}`));
    expect(getOutlineFaults(draft, [first!, second!])).toEqual([
      { field: 'outline.policies', code: 'too-many', limits: { max: 3000 } },
    ]);
  });
});

describe('an outline', () => {
  it('warns where goals are missing, titles are ours or a number is printed twice', () => {
    const twice = (title: string) => ({ ...aNode(title), number: '4.' });
    expect(warningsOf({ title: 'Program', nodes: [] })).toEqual([{ type: 'no-goals-found' }]);
    expect(warningsOf({ title: '', nodes: [{ ...twice('A'), titleProposed: true }, twice('B')] })).toEqual([
      { type: 'title-missing' },
      { type: 'titles-proposed', count: 1 },
      { type: 'number-repeated', number: '4.', titles: ['A', 'B'] },
    ]);
  });

  it('can be published while something is left of it, once', () => {
    const outline = aDraft();
    expect(getPublishBlockers({ outline, publishedAt: null })).toEqual([]);
    for (const policy of outline.policies) policy.dropped = true;
    expect(getPublishBlockers({ outline, publishedAt: new Date() })).toEqual([
      { type: 'already-published' },
      { type: 'nothing-to-publish' },
    ]);
  });

  it('counts its goals on all levels', () => {
    expect(countNodes(aDraft().policies[0]!.nodes)).toBe(3);
  });
});

const pick = ({
  key,
  dropped,
  title,
  type,
  levels,
  validFrom,
  validTo,
  summary,
  text,
  nodes,
}: PolicyCorrection): PolicyCorrection => ({
  key,
  dropped,
  title,
  type,
  levels,
  validFrom,
  validTo,
  summary,
  text,
  nodes,
});
