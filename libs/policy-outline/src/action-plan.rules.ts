import type { Body } from './block.types.js';
import type { ActionPlanMention } from './outline.types.js';
import { capitalised } from './level.lexicon.js';

const PLAN =
  '(?:handleplan|handlingsplan|handlings- og investeringsplan|action plan|genomförandeplan|åtgärdsplan|udmøntningsplan)';
const MENTION = new RegExp(`${PLAN}\\p{L}*`, 'iu');
const KIND = '[\\p{L}-]*(?:politik|politikk|policy|strategi|strategy|program|plan)\\p{L}{0,4}';
const COMBINED = new RegExp(
  `${KIND} (?:og|och|and|samt|&) ${PLAN}|${PLAN}\\p{L}* (?:og|och|and|samt|&) ${KIND}`,
  'iu',
);
const YEARLY = new RegExp(
  `(?<![\\p{L}])((?:årlig|årlige|årliga|ettårig|ettåriga|etårige|yearly|annual) ${PLAN}\\p{L}*)`,
  'iu',
);
const IMPERATIVE =
  /^(?:(?:læs|läs|les|read|se|see|hent|hämta|download|ladda ner|find|hitta|gå til|gå till)(?: (?:også|også|också|även|also|mere|mer|more|om|about|her|här|hele))* )/iu;

/** The action plans a policy names: those it links to, else those its text says are made. */
export function actionPlansOf(blocks: readonly Body[]): ActionPlanMention[] {
  const linked = blocks.flatMap((block) =>
    block.kind === 'read-more' && MENTION.test(block.text) ? [linkedPlan(block.text)] : [],
  );
  if (linked.length > 0) return withoutRepetition(linked);
  for (const block of blocks) {
    const match = block.kind === 'paragraph' ? YEARLY.exec(block.text) : null;
    if (match) return [{ title: capitalised(match[1] ?? ''), combined: false, yearly: true }];
  }
  return [];
}

function linkedPlan(text: string): ActionPlanMention {
  const title = text
    .replace(IMPERATIVE, '')
    .replace(/[.:]$/, '')
    .replace(/^["'”“]|["'”“]$/g, '');
  return { title: capitalised(title), combined: COMBINED.test(text), yearly: YEARLY.test(text) };
}

function withoutRepetition(plans: readonly ActionPlanMention[]): ActionPlanMention[] {
  return plans.filter(({ title }, i) => plans.findIndex((other) => other.title === title) === i);
}

const ANNEX = /\((?:se )?(?:bilag|bilaga|vedlegg|annex|appendix)[^()]{0,12}\)/giu;

/** What the text says is annexed: "inspirationskataloget (bilag)". */
export function annexesOf(text: string): string[] {
  const found = [...text.matchAll(ANNEX)].flatMap(
    ({ index }) => /([\p{L}-]{4,60}) $/u.exec(text.slice(Math.max(0, index - 61), index))?.[1] ?? [],
  );
  const stems = found.map((word) => word.toLowerCase().replace(/(?:et|en)$/u, ''));
  return [...new Set(stems)].map(capitalised);
}
