import type { FieldProblem } from '@medvind/contracts';
import type { OutlinedPolicy, OutlineNode, OutlineWarning, PolicyOutline } from '@medvind/policy-outline';
import { dayOf } from './policy.rules.js';

export const MOST_NODES = 3000;
export const MOST_LEVELS = 6;

/** An outlined policy while staff work on it. What they drop stays here, so that it can be taken back. */
export interface DraftPolicy extends OutlinedPolicy {
  key: string;
  dropped: boolean;
}

export interface DraftOutline extends Omit<PolicyOutline, 'policies'> {
  policies: DraftPolicy[];
}

type Branch = Omit<OutlineNode, 'level' | 'children'> & { children: Branch[] };

/** What staff can change of an outlined policy. */
export interface PolicyCorrection extends Pick<
  OutlinedPolicy,
  'title' | 'type' | 'levels' | 'validFrom' | 'validTo' | 'summary' | 'text'
> {
  key: string;
  dropped: boolean;
  nodes: Branch[];
}

/** Makes the draft of an outline: every policy gets a key that holds while they are moved about. */
export const draftOf = (outline: PolicyOutline): DraftOutline => ({
  ...outline,
  policies: outline.policies.map((policy, index) => ({ ...policy, key: `${index + 1}`, dropped: false })),
});

/** The draft with its policies as staff left them; what they cannot edit (owner, sections, sums) stays. */
export function corrected(draft: DraftOutline, corrections: readonly PolicyCorrection[]): DraftOutline {
  const byKey = new Map(draft.policies.map((policy) => [policy.key, policy]));
  return {
    ...draft,
    policies: corrections.flatMap(({ nodes, ...correction }) => {
      const policy = byKey.get(correction.key);
      return policy ? [{ ...policy, ...correction, nodes: levelled(nodes, 1) }] : [];
    }),
  };
}

const levelled = (nodes: readonly Branch[], level: number): OutlineNode[] =>
  nodes.map(({ number, label, title, titleProposed, leadIn, text, children }) => ({
    level,
    number,
    label,
    title,
    titleProposed,
    leadIn,
    text,
    children: levelled(children, level + 1),
  }));

/** Faults that only show in the whole outline; a field's own are found before. `at` is the path in the body. */
export function getOutlineFaults(
  draft: Pick<DraftOutline, 'policies'>,
  corrections: readonly PolicyCorrection[],
  at = 'outline.policies',
): FieldProblem[] {
  const faults: FieldProblem[] = [];
  const known = new Set(draft.policies.map(({ key }) => key));
  let nodes = 0;
  const visit = (branches: readonly Branch[], level: number, path: string) => {
    if (level > MOST_LEVELS && branches.length)
      faults.push({ field: path, code: 'too-deep', limits: { max: MOST_LEVELS } });
    nodes += branches.length;
    branches.forEach((branch, index) => {
      if (!branch.title.trim()) faults.push({ field: `${path}.${index}.title`, code: 'required' });
      visit(branch.children, level + 1, `${path}.${index}.children`);
    });
  };
  corrections.forEach((policy, index) => {
    const path = `${at}.${index}`;
    // Each once: a key that is missing, repeated or made up would lose or double a policy.
    if (!known.delete(policy.key)) faults.push({ field: `${path}.key`, code: 'unknown' });
    if (!policy.title.trim()) faults.push({ field: `${path}.title`, code: 'required' });
    for (const field of ['validFrom', 'validTo'] as const)
      if (policy[field] && !dayOf(policy[field], 'first'))
        faults.push({ field: `${path}.${field}`, code: 'not-a-date' });
    const [from, to] = [dayOf(policy.validFrom, 'first'), dayOf(policy.validTo, 'last')];
    if (from && to && to < from) faults.push({ field: `${path}.validTo`, code: 'before-start' });
    visit(policy.nodes, 1, `${path}.nodes`);
  });
  if (known.size) faults.push({ field: at, code: 'unknown' });
  if (nodes > MOST_NODES) faults.push({ field: at, code: 'too-many', limits: { max: MOST_NODES } });
  return faults;
}

export type PublishBlocker = { type: 'already-published' } | { type: 'nothing-to-publish' };

/** Why a draft cannot be published; a policy without goals can. */
export function getPublishBlockers(draft: {
  outline: DraftOutline;
  publishedAt: Date | null;
}): PublishBlocker[] {
  const blockers: PublishBlocker[] = [];
  if (draft.publishedAt) blockers.push({ type: 'already-published' });
  if (draft.outline.policies.every(({ dropped }) => dropped)) blockers.push({ type: 'nothing-to-publish' });
  return blockers;
}

export const countNodes = (nodes: readonly { children: OutlineNode[] }[]): number =>
  nodes.reduce((count, { children }) => count + 1 + countNodes(children), 0);

/** What staff should look at, as the outline is now. */
export function warningsOf({ title, nodes }: Pick<OutlinedPolicy, 'title' | 'nodes'>): OutlineWarning[] {
  const warnings: OutlineWarning[] = [];
  const all = flat(nodes);
  const proposed = all.filter(({ titleProposed }) => titleProposed).length;
  if (!title.trim()) warnings.push({ type: 'title-missing' });
  if (all.length === 0) warnings.push({ type: 'no-goals-found' });
  if (proposed) warnings.push({ type: 'titles-proposed', count: proposed });
  for (const siblings of [nodes, ...all.map(({ children }) => children)])
    for (const [number, bearers] of Map.groupBy(siblings, (node) => node.number))
      if (number && bearers.length > 1)
        warnings.push({ type: 'number-repeated', number, titles: bearers.map((bearer) => bearer.title) });
  return warnings;
}

const flat = (nodes: readonly OutlineNode[]): OutlineNode[] =>
  nodes.flatMap((node) => [node, ...flat(node.children)]);
