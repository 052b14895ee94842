import { describe, expect, it } from '@jest/globals';
import type { Contribution } from '../initiatives/contributions.js';
import { beginningOf, noticesToAuthors } from './notification.rules.js';

const aContribution = (wishes: Partial<Contribution> = {}): Contribution => ({
  kind: 'comment',
  id: 'c',
  reference: 'K-1',
  authorId: 'ida',
  goalId: 'g',
  path: 'goals/g?comment=c',
  text: 'Flere bænke',
  language: 'da',
  ...wishes,
});

const notice = { kind: 'input-linked', details: { title: 'Havnen' }, path: 'processes/p' } as const;

describe('notices to authors', () => {
  it('come to one a person, with the count and how the first begins', () => {
    const linked = [aContribution(), aContribution({ text: 'Mere lys' }), aContribution({ authorId: 'bo' })];
    expect(noticesToAuthors(linked, 'staff', notice)).toMatchObject([
      { personId: 'ida', details: { title: 'Havnen', count: 2, text: 'Flere bænke' } },
      { personId: 'bo', details: { count: 1 } },
    ]);
  });

  it('skip who did it, and who is no longer here', () => {
    const linked = [aContribution({ authorId: null }), aContribution({ authorId: 'staff' })];
    expect(noticesToAuthors(linked, 'staff', notice)).toEqual([]);
  });

  it('never cut a letter in two', () => {
    expect(beginningOf('🌊'.repeat(200))).toBe(`${'🌊'.repeat(160)}…`);
  });
});
