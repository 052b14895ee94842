import { describe, expect, it } from '@jest/globals';
import { emptyRecord, inputOf } from './record-values.js';

const record = { ...emptyRecord('inform'), title: 'Bænke' };

describe('the record as it is typed', () => {
  it('is sent as the API takes it', () => {
    expect(
      inputOf({
        ...record,
        goals: [{ id: 'g', label: '1 Deltag' }],
        targetGroups: ' Unge \n\nÆldre\n',
        participants: [{ group: 'Unge', target: '1.200', actual: '' }],
        decidesOn: '2027-04-07',
        revision: 3,
      }),
    ).toMatchObject({
      level: 'inform',
      goalIds: ['g'],
      targetGroups: ['Unge', 'Ældre'],
      participants: [{ group: 'Unge', target: 1200, actual: null }],
      decidesOn: '2027-04-07',
      ownerUnitId: null,
      revision: 3,
    });
  });

  it('leaves it to the API to say what is no number', () => {
    const { participants } = inputOf({
      ...record,
      participants: [{ group: 'Unge', target: 'mange', actual: '' }],
    });
    expect(participants?.[0]?.target).toBe('mange');
  });

  it('asks for no revision of a process that is new', () => {
    expect('revision' in inputOf(record)).toBe(false);
  });
});
