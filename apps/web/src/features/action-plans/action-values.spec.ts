import { describe, expect, it } from '@jest/globals';
import { bodyOf, newAction } from './action-values.js';

const sent = (change: Partial<ReturnType<typeof newAction>>, language = 'da') =>
  bodyOf({ ...newAction(''), title: 'Åbne huse', ...change }, language);

describe('an action as its form sends it', () => {
  it('leaves what is empty empty, and a new one has no revision', () => {
    expect(sent({})).toMatchObject({ goalId: null, startsOn: null, endsOn: null, economyAmount: null });
    expect(sent({})).not.toHaveProperty('revision');
    expect(sent({ revision: 0 })).toHaveProperty('revision', 0);
  });

  it('takes a sum as people write it', () => {
    for (const economyAmount of ['75000', '75.000', '75 000 kr.', '75.000,-'])
      expect(sent({ funding: 'sum', economyAmount }).economyAmount).toBe(75_000);
    for (const economyAmount of ['', 'mange'])
      expect(sent({ funding: 'sum', economyAmount }).economyAmount).toBe(economyAmount);
  });

  it('says "within the frame" in the language of the municipality', () => {
    expect(sent({ funding: 'frame', economyAmount: '5', economyText: 'x' })).toMatchObject({
      economyAmount: null,
      economyText: 'Inden for rammen',
    });
    expect(sent({ funding: 'frame' }, 'sv').economyText).toBe('Inom ram');
  });
});
