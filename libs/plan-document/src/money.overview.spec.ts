import { describe, expect, it } from '@jest/globals';
import { moneyOverview } from './money.overview.js';
import { aDanishPlan, anAction, anEmptyPlan } from './plan-document.fixture.js';

describe('the overview of money', () => {
  it('sums each focus area and the plan, and tells two areas with the same number apart', () => {
    const { areas, total } = moneyOverview(aDanishPlan());
    expect(areas.map(({ subtotal }) => subtotal.sums)).toEqual([
      [{ currency: 'DKK', amount: 420_000 }],
      [{ currency: 'DKK', amount: 250_000 }],
      [],
    ]);
    expect(total.sums).toEqual([{ currency: 'DKK', amount: 670_000 }]);
  });

  it('counts what is kept within the frame apart from what has not been stated', () => {
    expect(moneyOverview(aDanishPlan()).total).toMatchObject({ withinFrame: 1, notStated: 1 });
  });

  it('has no sum where no amount was stated, which is not a sum of 0', () => {
    const free = anAction({ economy: { text: '', amount: 0, withinFrame: false, currency: 'DKK' } });
    const open = anAction();
    const plan = (actions: (typeof free)[]) =>
      anEmptyPlan('da', { focusAreas: [{ number: '', title: 'A', actions }] });
    expect(moneyOverview(plan([open])).total.sums).toEqual([]);
    expect(moneyOverview(plan([free])).total.sums).toEqual([{ currency: 'DKK', amount: 0 }]);
  });

  it('never adds two currencies together', () => {
    const actions = (['DKK', 'SEK'] as const).map((currency) =>
      anAction({ economy: { text: '', amount: 5, withinFrame: false, currency } }),
    );
    const plan = anEmptyPlan('en', { focusAreas: [{ number: '', title: 'A', actions }] });
    expect(moneyOverview(plan).total.sums).toEqual([
      { currency: 'DKK', amount: 5 },
      { currency: 'SEK', amount: 5 },
    ]);
  });
});
