import { actionPlansOf, annexesOf } from './action-plan.rules.js';
import { adoptionOf } from './adoption.rules.js';
import { allocationsOf } from './allocation.rules.js';
import type { Body } from './block.types.js';
import { findGoals, type FoundGoals } from './goal.finder.js';
import { containerLevel, sectionRole } from './heading.lexicon.js';
import { languageOf } from './language.detector.js';
import { announcementsIn } from './level.announcements.js';
import { levelNames } from './level.names.js';
import { NodeBuilder, textOf, type DraftNode } from './node.builder.js';
import type {
  OutlinedPolicy,
  OutlineNode,
  OutlineSection,
  OutlineWarning,
  OwnerUnit,
  SectionRole,
} from './outline.types.js';
import { ownerOf } from './owner.rules.js';
import { policyType } from './policy.kinds.js';
import { descendants, type Section } from './section.tree.js';
import { endsSentence, isContactLine, isImprint } from './title.rules.js';
import { validityOf } from './validity.rules.js';

export interface PolicySource {
  title: string;
  titleMissing: boolean;
  subtitle: string | null;
  section: Section;
}

/** One policy from the section that holds it. */
export function assemblePolicy({ title, titleMissing, subtitle, section }: PolicySource): OutlinedPolicy {
  const all = [section, ...descendants(section)];
  const blocks = all.flatMap((each) => each.blocks);
  const text = [
    subtitle ?? '',
    ...all.flatMap((each) => [
      each.heading && each !== section ? each.heading.text : '',
      ...each.blocks.map(textOf),
    ]),
  ]
    .filter(Boolean)
    .join('\n');
  const language = languageOf(`${title}\n${text}`);
  const parts = new PolicyParts(section, findGoals(section));
  const drafts = parts.nodes;
  const adoption = adoptionOf(text);
  return {
    title,
    subtitle,
    type: policyType(title),
    levels: levelNames({
      nodes: drafts,
      title,
      text: `${title}\n${text}`,
      containers: parts.containers,
      leadIns: parts.leadIns,
      language,
    }),
    ...validityOf(`${title} ${subtitle ?? ''}`, text),
    ...adoption,
    summary: summaryOf(section, parts),
    text: parts.text,
    sections: parts.sections,
    nodes: drafts.map((draft) => placed(draft, 1)),
    actionPlans: actionPlansOf(blocks),
    allocations: allocationsOf(blocks, language),
    annexes: annexesOf(text),
    owner: findOwner(all, text),
    links: blocks.flatMap((block) =>
      block.kind === 'read-more' ? [{ text: block.text, url: block.url }] : [],
    ),
    language,
    warnings: warningsOf(drafts, titleMissing),
  };
}

/** Walks the sections of a policy once and parts goals from text. */
class PolicyParts {
  readonly nodes: DraftNode[] = [];
  readonly sections: OutlineSection[] = [];
  readonly containers: NonNullable<ReturnType<typeof containerLevel>>[] = [];
  readonly leadIns: string[] = [];
  text = '';
  private readonly builder: NodeBuilder;
  private readonly challenges: Set<Section>;

  constructor(
    private readonly policy: Section,
    private readonly goals: FoundGoals,
  ) {
    const all = [policy, ...descendants(policy)];
    this.builder = new NodeBuilder(goals, all);
    this.challenges = new Set(all.flatMap(announcedChallenges));
    this.takeOwn();
    policy.children.forEach((child) => this.take(child));
  }

  private take(section: Section): void {
    if (this.goals.sections.has(section)) this.nodes.push(this.builder.nodeOf(section));
    else {
      const text = this.textOf(section);
      this.sections.push({
        role: this.roleOf(section),
        number: section.heading?.number ?? null,
        title: headed(section),
        text,
      });
      section.children.forEach((child) => this.take(child));
    }
  }

  private takeOwn(): void {
    const own = this.textBlocks(this.policy);
    this.text = own
      .filter(({ role }) => role === null)
      .map(({ text }) => text)
      .join('\n\n');
    for (const { role, text } of own) if (role) this.sections.push({ role, number: null, title: null, text });
  }

  private textBlocks(section: Section): { role: SectionRole | null; text: string }[] {
    const isHolder = this.goals.holders.has(section);
    if (isHolder) return this.holder(section).map((text) => ({ role: null, text }));
    return section.blocks
      .map((block) => ({ role: frontRole(block), text: textOf(block) }))
      .filter(({ text }) => text !== '');
  }

  private textOf(section: Section): string {
    const container = section.heading && containerLevel(section.heading.text);
    const holdsFirst =
      section.children.some((child) => this.goals.sections.has(child)) || this.goals.holders.has(section);
    const isFlat = section.children.length === 0 && container?.level.kind !== 'action';
    // The heading the goals stand under names them before one that only speaks of them.
    if (container && holdsFirst) this.containers.unshift(container);
    else if (container && isFlat) this.containers.push(container);
    if (this.goals.holders.has(section)) return this.holder(section).join('\n\n');
    return section.blocks.map(textOf).filter(Boolean).join('\n\n');
  }

  /** Takes the goals out of a section that holds them; what stays is its text. */
  private holder(section: Section): string[] {
    const held = this.builder.holderOf(section);
    this.nodes.push(...held.nodes);
    this.leadIns.push(...held.leadIns);
    return [...held.text, ...held.leadIns].filter(Boolean);
  }

  private roleOf(section: Section): SectionRole {
    if (this.challenges.has(section)) return 'challenge';
    const contact = section.blocks.length > 0 && section.blocks.every(isContact);
    return contact ? 'contact' : sectionRole(section.heading?.text ?? '');
  }
}

function headed({ heading }: Section): string | null {
  if (!heading) return null;
  return heading.label
    ? [heading.label, heading.number, heading.text].filter(Boolean).join(' ')
    : heading.text;
}

function frontRole(block: Body): SectionRole | null {
  if (block.kind !== 'paragraph') return null;
  if (isContact(block)) return 'contact';
  return block.text.split('\n').every(isImprint) ? 'imprint' : null;
}

export function isContact(block: Body): boolean {
  return (
    block.kind === 'paragraph' &&
    block.text.length < 600 &&
    block.text.split('\n').some(isContactLine) &&
    !/[.!?] \p{Lu}.{80}/u.test(block.text)
  );
}

/** "to udfordringer:" is followed by as many headings, which are the challenges. */
function announcedChallenges(section: Section): Section[] {
  const last = section.blocks.at(-1);
  if (last?.kind !== 'paragraph' || !last.text.endsWith(':')) return [];
  const announced = announcementsIn(last.text).find(({ level }) => level.kind === 'challenge');
  if (!announced) return [];
  const siblings = section.parent?.children ?? [];
  const following =
    section.children.length > 0 ? section.children : siblings.slice(siblings.indexOf(section) + 1);
  return following.slice(0, announced.count);
}

function placed(draft: DraftNode, level: number): OutlineNode {
  const { number, label, title, titleProposed, leadIn, text, children } = draft;
  const below = children.map((child) => placed(child, level + 1));
  return { level, number, label, title, titleProposed, leadIn, text: text.trim(), children: below };
}

const COLOPHON =
  /(?<![\p{L}])(udarbejdet|utarbejdad|framtagen|utgiven|udgivet|utarbeidet) (af|av)(?![\p{L}])|yderligere oplysninger|mer information|mere information|flere oplysninger/iu;

/** The first paragraph that says something about the policy itself. */
function summaryOf(section: Section, parts: PolicyParts): string {
  const paragraphs = [
    parts.text,
    ...parts.sections.filter(({ role }) => role !== 'imprint' && role !== 'contact').map(({ text }) => text),
  ]
    .flatMap((text) => text.split('\n\n'))
    .filter(
      (text) =>
        text.length >= 15 &&
        !isImprint(text) &&
        !isContactLine(text) &&
        !(text.length < 200 && COLOPHON.test(text)),
    );
  const prose = paragraphs.find((text) => endsSentence(text)) ?? paragraphs[0];
  const inGoal = parts.nodes[0]?.text.split('\n\n').find((text) => endsSentence(text));
  return prose ?? inGoal ?? '';
}

/** The unit that stands behind the document, from its contact block. */
export function findOwner(sections: readonly Section[], text: string): OwnerUnit | null {
  for (const section of sections) {
    for (const [i, block] of section.blocks.entries()) {
      if (!isContact(block) || block.kind !== 'paragraph' || !/[@\d]/.test(block.text)) continue;
      const before = section.blocks[i - 1];
      const above =
        i === 0 ? (section.heading?.text ?? null) : before?.kind === 'paragraph' ? before.text : null;
      const owner = ownerOf(block.text, above, text);
      if (owner && (owner.email || owner.phone)) return owner;
    }
  }
  return ownerOf('', null, text.slice(0, 5000));
}

function warningsOf(nodes: readonly DraftNode[], titleMissing: boolean): OutlineWarning[] {
  const warnings: OutlineWarning[] = [];
  if (titleMissing) warnings.push({ type: 'title-missing' });
  if (nodes.length === 0) warnings.push({ type: 'no-goals-found' });
  const all: DraftNode[][] = [[...nodes]];
  let proposed = 0;
  for (const siblings of all) {
    proposed += siblings.filter(({ titleProposed }) => titleProposed).length;
    warnings.push(...repeatedNumbers(siblings));
    for (const { children } of siblings) if (children.length > 0) all.push(children);
  }
  if (proposed > 0) warnings.push({ type: 'titles-proposed', count: proposed });
  return warnings;
}

function repeatedNumbers(siblings: readonly DraftNode[]): OutlineWarning[] {
  const titles = new Map<string, string[]>();
  for (const { number, title } of siblings)
    if (number) titles.set(number, [...(titles.get(number) ?? []).slice(0, 20), title]);
  return [...titles].flatMap(([number, held]) =>
    held.length > 1 ? [{ type: 'number-repeated', number, titles: held } as const] : [],
  );
}
