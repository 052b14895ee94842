import type { OutlinedPolicy, OutlineNode } from '@medvind/policy-outline';

/** What tests of outlines start from; no database, no services. */
export const aNode = (title: string, children: OutlineNode[] = [], level = 1): OutlineNode => ({
  level,
  number: null,
  label: null,
  title,
  titleProposed: false,
  leadIn: null,
  text: '',
  children,
});

export const anOutlinedPolicy = (wishes: Partial<OutlinedPolicy> = {}): OutlinedPolicy => ({
  title: 'Medborgerskabspolitik',
  subtitle: null,
  type: 'policy',
  levels: ['Fokusområde', 'Rammemål'],
  validFrom: null,
  validTo: null,
  adoptedBy: null,
  adoptedOn: null,
  publishedYear: null,
  summary: 'Flere tager del.',
  text: '',
  sections: [],
  actionPlans: [],
  allocations: [],
  annexes: [],
  owner: null,
  links: [],
  language: 'da',
  warnings: [],
  nodes: [aNode('Deltag', [aNode('Flere stemmer', [], 2), aNode('Unge er med', [], 2)])],
  ...wishes,
});
