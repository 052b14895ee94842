import type { PlanAction } from './plan-document.model.js';

const printed = new Intl.Collator('en', { numeric: true });

/** Actions as a reader looks for them: "2.9" before "2.10"; those without a number last, in the order given. */
export function inNumberOrder<Numbered extends Pick<PlanAction, 'number'>>(
  actions: readonly Numbered[],
): Numbered[] {
  return actions.toSorted((one, other) => {
    if (one.number === '' || other.number === '')
      return Number(one.number === '') - Number(other.number === '');
    return printed.compare(one.number, other.number);
  });
}
