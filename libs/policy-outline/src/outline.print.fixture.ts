import type { OutlinedPolicy, OutlineNode, PolicyOutline } from './policy-outline.js';

/** An outline as a few lines a person can check against the document. */
export function printOutline(outline: PolicyOutline): string {
  const around = outline.sections.map(({ role, title }) => `~ ${role}: ${title ?? ''}`.trimEnd());
  const head = [`${outline.kind}: ${outline.title} (${outline.language})`, ...around];
  return `${[...head, ...outline.policies.map(printPolicy)].join('\n')}\n`;
}

function printPolicy(policy: OutlinedPolicy): string {
  const facts = [
    `# ${policy.title} [${policy.type}]`,
    policy.subtitle && `subtitle: ${policy.subtitle}`,
    policy.levels.length > 0 && `levels: ${policy.levels.join(' > ')}`,
    (policy.validFrom || policy.validTo) && `valid: ${policy.validFrom ?? ''}/${policy.validTo ?? ''}`,
    (policy.adoptedBy || policy.adoptedOn) &&
      `adopted: ${policy.adoptedBy ?? ''} ${policy.adoptedOn ?? ''}`.trimEnd(),
    policy.owner && `owner: ${Object.values(policy.owner).join(' / ')}`,
    ...policy.actionPlans.map(({ title, combined }) => `plan: ${title}${combined ? ' (combined)' : ''}`),
    ...policy.allocations.map(
      ({ label, amount, currency, years }) => `sum: ${label} ${amount} ${currency} ${years.join(',')}`,
    ),
    `summary: ${policy.summary}`,
    ...policy.sections.map(({ role, title }) => `~ ${role}: ${title ?? ''}`.trimEnd()),
  ];
  return [...facts.filter(Boolean), ...policy.nodes.flatMap(printNode)].join('\n');
}

function printNode(node: OutlineNode): string[] {
  const title = `${'  '.repeat(node.level - 1)}${node.number ?? '-'} ${node.title}${node.titleProposed ? ' (proposed)' : ''}`;
  return [title, ...node.children.flatMap(printNode)];
}
