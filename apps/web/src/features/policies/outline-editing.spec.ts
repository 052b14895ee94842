import { describe, expect, it } from '@jest/globals';
import {
  added,
  countOf,
  dropped,
  edited,
  find,
  indented,
  keyed,
  levelCounts,
  merged,
  movedDown,
  movedUp,
  neighbourOf,
  nodeAt,
  outdented,
  outlineInput,
  pathOf,
  possible,
  type DraftNode,
  type DraftPolicy,
} from './outline-editing.js';

type Tree = { [title: string]: Tree };

/** { a: { b: {} } } as goals; a title is its own key in these tests. */
const tree = (shape: Tree): DraftNode[] =>
  Object.entries(shape).map(([title, below]) => ({
    key: title,
    number: null,
    label: null,
    title,
    titleProposed: false,
    leadIn: null,
    text: '',
    children: tree(below),
  }));
const shapeOf = (nodes: readonly DraftNode[]): Tree =>
  Object.fromEntries(nodes.map(({ title, children }) => [title, shapeOf(children)]));

const nodes = tree({ a: { a1: {}, a2: { a2x: {} }, a3: {} }, b: {}, c: {} });

describe('an outline', () => {
  it('lets a goal hang below the one before it, with what hangs below itself', () => {
    expect(shapeOf(indented(nodes, 'a2'))).toEqual({ a: { a1: { a2: { a2x: {} } }, a3: {} }, b: {}, c: {} });
    expect(shapeOf(indented(nodes, 'c'))).toEqual({ a: { a1: {}, a2: { a2x: {} }, a3: {} }, b: { c: {} } });
    expect(indented(nodes, 'a')).toBe(nodes);
  });

  it('goes no deeper than can be kept', () => {
    const deep = tree({ 1: { 2: { 3: { 4: { 5: { 6: {}, 7: {} } } } } }, x: { y: {} } });
    expect(indented(deep, '7')).toBe(deep);
    const wide = tree({ 1: { 2: { 3: { 4: { 5: {}, x: { y: {} } } } } } });
    expect(indented(wide, 'x')).toBe(wide);
    expect(possible(wide, 'x').indent).toBe(false);
  });

  it('lifts a goal beside the one it hung below; those after it stay', () => {
    expect(shapeOf(outdented(nodes, 'a2'))).toEqual({ a: { a1: {}, a3: {} }, a2: { a2x: {} }, b: {}, c: {} });
    expect(Object.keys(shapeOf(outdented(nodes, 'a2')))).toEqual(['a', 'a2', 'b', 'c']);
    expect(outdented(nodes, 'b')).toBe(nodes);
  });

  it('takes a step back and forth among its neighbours', () => {
    expect(movedDown(nodes, 'a').map(({ title }) => title)).toEqual(['b', 'a', 'c']);
    expect(movedUp(movedDown(nodes, 'a2'), 'a2')).toEqual(nodes);
    expect(movedUp(nodes, 'a')).toBe(nodes);
  });

  it('joins a goal with the one before it, words and all that hangs below', () => {
    const texts = edited(edited(nodes, 'a1', { text: 'Først.' }), 'a2', { text: 'Siden.' });
    const joined = merged(texts, 'a2');
    expect(shapeOf(joined)).toEqual({ a: { a1: { a2x: {} }, a3: {} }, b: {}, c: {} });
    expect(find(joined, 'a1')?.text).toBe('Først.\n\na2\n\nSiden.');
  });

  it('joins the first of a list with the goal above, and says a proposed title once', () => {
    const joined = merged(edited(nodes, 'a1', { text: 'Hele sætningen.', titleProposed: true }), 'a1');
    expect(shapeOf(joined)).toEqual({ a: { a2: { a2x: {} }, a3: {} }, b: {}, c: {} });
    expect(joined[0]?.text).toBe('Hele sætningen.');
    expect(merged(nodes, 'a')).toBe(nodes);
  });

  it('drops a goal with what hangs below it, and leaves the others untouched', () => {
    const rest = dropped(nodes, 'a2');
    expect(shapeOf(rest)).toEqual({ a: { a1: {}, a3: {} }, b: {}, c: {} });
    expect(rest[1]).toBe(nodes[1]);
    expect([countOf(nodes), countOf(rest)]).toEqual([7, 5]);
  });

  it('takes in a goal the document does not print', () => {
    const after = added(nodes, 'a1', 'Nyt');
    expect(Object.keys(shapeOf(after.nodes).a!)).toEqual(['a1', 'Nyt', 'a2', 'a3']);
    expect(added([], null, 'Nyt').nodes.map(({ title }) => title)).toEqual(['Nyt']);
  });

  it('counts its levels', () => {
    expect(levelCounts(nodes)).toEqual([3, 3, 1]);
  });

  it('finds the goal a fault speaks of', () => {
    expect(pathOf(nodes, 'a2x')).toBe('nodes.0.children.1.children.0');
    expect(nodeAt(nodes, 'nodes.0.children.1.children.0')?.key).toBe('a2x');
    expect(nodeAt(nodes, 'nodes.0.children.1.title')?.key).toBe('a2');
    expect(nodeAt(nodes, 'nodes.7.title')).toBeUndefined();
  });

  it('says what can be done with a goal where it is', () => {
    expect(possible(nodes, 'a')).toEqual({
      indent: false,
      outdent: false,
      up: false,
      down: true,
      merge: false,
    });
    expect(possible(nodes, 'a3')).toEqual({
      indent: true,
      outdent: true,
      up: true,
      down: false,
      merge: true,
    });
  });

  it('says where one goes on when a goal is gone', () => {
    const neighbours = ['a', 'a1', 'a2', 'b'].map((key) => neighbourOf(nodes, key)?.key);
    expect(neighbours).toEqual(['b', 'a', 'a1', 'a']);
    expect(neighbourOf(tree({ only: {} }), 'only')).toBeUndefined();
  });

  it('is sent without what only this page knows', () => {
    const policy = {
      key: '1',
      dropped: false,
      title: 'P',
      type: 'policy',
      levels: ['Mål'],
      validFrom: null,
      validTo: null,
      summary: '',
      text: '',
      nodes: keyed(nodes, '1'),
      warnings: [],
      sections: [],
    } as unknown as DraftPolicy;
    const [sent] = outlineInput([policy]).policies;
    expect(Object.keys(sent!)).not.toContain('warnings');
    expect(sent!.nodes[0]).not.toHaveProperty('key');
    expect(sent!.nodes[0]!.children).toHaveLength(3);
  });
});
