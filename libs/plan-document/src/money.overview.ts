import type { PlanAction, PlanCurrency, PlanDocument, PlanFocusArea } from './plan-document.model.js';

/**
 * The money of some actions. `sums` has one entry per currency in which an amount was stated, so an empty list
 * means that no amount was stated, which is not 0. Actions without an amount are counted, never summed.
 */
export type MoneySum = {
  sums: { currency: PlanCurrency; amount: number }[];
  withinFrame: number;
  notStated: number;
};

export type MoneyOverview = { areas: { area: PlanFocusArea; subtotal: MoneySum }[]; total: MoneySum };

/** Per focus area, in the plan's order, and for the whole plan. Areas are told apart by position, not by number. */
export function moneyOverview(plan: PlanDocument): MoneyOverview {
  return {
    areas: plan.focusAreas.map((area) => ({ area, subtotal: moneySum(area.actions) })),
    total: moneySum(plan.focusAreas.flatMap((area) => area.actions)),
  };
}

export function moneySum(actions: PlanAction[]): MoneySum {
  const sums = new Map<PlanCurrency, number>();
  let withinFrame = 0;
  let notStated = 0;
  for (const { economy } of actions) {
    if (economy.amount !== null) {
      sums.set(economy.currency, (sums.get(economy.currency) ?? 0) + economy.amount);
    } else if (economy.withinFrame) withinFrame += 1;
    else if (economy.text.trim() === '') notStated += 1;
  }
  return {
    sums: [...sums].map(([currency, amount]) => ({ currency, amount })),
    withinFrame,
    notStated,
  };
}
