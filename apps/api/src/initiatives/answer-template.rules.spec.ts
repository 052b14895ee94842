import { describe, expect, it } from '@jest/globals';
import { collectsUntil, fillTemplate, getUnknownPlaces, manyBlocker } from './answer-template.rules.js';

const filling = { title: 'Bænke {support}', reference: 'F-12', support: '1.204' };

describe('a template', () => {
  it('is filled for each initiative, what was written in a title being no place of it', () => {
    expect(fillTemplate('Tak for {reference} »{title}« med {support}.', filling)).toBe(
      'Tak for F-12 »Bænke {support}« med 1.204.',
    );
  });

  it('knows its places by the names each language has for them', () => {
    expect(fillTemplate('{nummer} {Titel}, {støtte}; {stöd}', filling)).toBe(
      'F-12 Bænke {support}, 1.204; 1.204',
    );
    expect(getUnknownPlaces('{nummer} {titel} {støtte} {stöd} {støtter}')).toEqual(['støtter']);
  });

  it('has no places nobody knows how to fill', () => {
    expect(getUnknownPlaces('{title} {navn} {support}')).toEqual(['navn']);
    expect(getUnknownPlaces('{ } og {title}')).toEqual([]);
  });
});

describe('one of many answers', () => {
  const reached = {
    status: 'reached' as const,
    deadline: null,
    threshold: 3,
    hiddenAt: null,
    outcomes: ['declined' as const],
  };
  const now = new Date('2026-03-01T12:00:00Z');
  const declined = { outcome: 'declined' as const, text: 'Nej.' };

  it('is given where the initiative can be answered like that', () => {
    expect(manyBlocker(reached, declined, now)).toBe(null);
  });

  it('is refused with its reason', () => {
    expect(manyBlocker({ ...reached, hiddenAt: now }, declined, now)).toBe('contribution-hidden');
    expect(manyBlocker({ ...reached, status: 'withdrawn' }, declined, now)).toBe('initiative-not-answerable');
    expect(manyBlocker({ ...reached, outcomes: ['accepted'] }, declined, now)).toBe('outcome-not-offered');
    expect(manyBlocker(reached, { ...declined, text: 'a'.repeat(4001) }, now)).toBe('answer-too-long');
  });

  it('says until when people could have gone on supporting it', () => {
    const deadline = new Date('2026-04-01');
    expect(collectsUntil({ ...reached, deadline }, now)).toBe(deadline);
    expect(collectsUntil({ ...reached, deadline }, deadline)).toBe(null);
    expect(collectsUntil({ ...reached, status: 'handed-over', deadline }, now)).toBe(null);
  });
});
