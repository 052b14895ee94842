import type { PlanEconomy, PlanFocusArea } from './plan-document.model.js';
import type { PlanWords } from './plan-document.words.js';
import type { MoneySum } from './money.overview.js';
import { joined } from './plain.text.js';

/** How an action is paid for, without the amount: "Inden for rammen", a text, both, or that nothing was stated. */
export function fundingText(economy: PlanEconomy, words: PlanWords): string {
  const frame = economy.withinFrame ? words.money.withinFrame : '';
  const text = economy.text.trim().toLowerCase() === frame.toLowerCase() ? '' : economy.text;
  return joined([frame, text], ' – ') || (isStated(economy) ? '' : words.notStated);
}

/** Whether anything is known about the money: within the frame is an answer too. */
export function isStated({ text, amount, withinFrame }: PlanEconomy): boolean {
  return amount !== null || withinFrame || text.trim() !== '';
}

/** The lines of a sum: one per currency, or that there is none; a plan has two currencies only by mistake. */
export function sumLines(sum: MoneySum, words: PlanWords): string[] {
  return sum.sums.length === 0
    ? [words.money.noAmount]
    : sum.sums.map(({ amount, currency }) => words.formatMoney(amount, currency));
}

/** What a sum leaves out: actions within the frame and actions that stated nothing. */
export function sumRemark(sum: MoneySum, words: PlanWords): string {
  return joined(
    [
      sum.withinFrame > 0 ? words.money.withinFrameCount(sum.withinFrame) : '',
      sum.notStated > 0 ? words.money.notStatedCount(sum.notStated) : '',
    ],
    '; ',
  );
}

/** A focus area as the policy prints it: its number, where it has one, and its title. */
export function areaName(area: PlanFocusArea): string {
  return joined([area.number, area.title], ' ');
}
