import type { Heading, Paragraph } from './block.types.js';
import {
  containerLevel,
  isActionHeading,
  isAside,
  isBareLeadIn,
  isGoalLeadIn,
  isIntentHeading,
  opensBackground,
  opensSafeBackground,
  sectionRole,
} from './heading.lexicon.js';
import { numberShape } from './heading.ranks.js';
import { announcedIn, makeupOf } from './level.announcements.js';
import { isPreview, listsOf, type SectionList } from './section.lists.js';
import { descendants, type Section } from './section.tree.js';
import { comparable } from './text.cleaner.js';
import { endsSentence } from './title.rules.js';

/** No document announces more goals than this. */
const MOST_FOLLOWERS = 60;

export interface FoundGoals {
  /** Sections that are goals themselves. */
  sections: Set<Section>;
  /** Sections that are none, but whose lists hold goals. */
  holders: Set<Section>;
  /** Sections whose paragraphs are each a goal. */
  prose: Set<Section>;
  /** Comparable titles of all headings: a list of these is a table of contents. */
  titles: Set<string>;
}

/**
 * Tells the goals of a policy from what is said about them. The strongest evidence counts: labels
 * ("Fokusområde 2"), headings that hold goals ("Mål"), sentences that open a list ("Vi vil:"); lists
 * without any of these are goals only where nothing else is.
 */
export function findGoals(policy: Section): FoundGoals {
  return new GoalFinder(policy).find();
}

class GoalFinder {
  private readonly all: Section[];
  private readonly found: FoundGoals;
  private readonly refrains: Map<string, number>;
  private readonly heldProse: Section[] = [];

  constructor(private readonly policy: Section) {
    this.all = descendants(policy);
    this.refrains = new Map();
    const titles = new Set<string>();
    for (const { heading } of this.all) {
      if (!heading) continue;
      const key = comparable(heading.text);
      titles.add(key);
      this.refrains.set(key, (this.refrains.get(key) ?? 0) + 1);
    }
    this.found = { sections: new Set(), holders: new Set(), prose: new Set(), titles };
  }

  find(): FoundGoals {
    this.takeLabelled();
    this.all.forEach((section) => this.takeHeld(section, false));
    if (this.isEmpty())
      this.all.concat(this.policy).forEach((section) => this.takeAnnounced(section, levelsAnnounced));
    this.takeLists((each) => each.kind === 'goal');
    this.takeHeldProse();
    if (this.isEmpty()) this.all.forEach((section) => this.takeHeld(section, true));
    if (this.isEmpty()) this.takeLists((each) => each.kind !== 'example');
    if (this.isEmpty()) this.all.forEach((section) => this.takeIntents(section));
    if (this.isEmpty()) this.takeBackgroundLists();
    if (this.isEmpty())
      this.all.concat(this.policy).forEach((section) => this.takeAnnounced(section, makeupOf));
    this.takeAncestors();
    for (const parent of [this.policy, ...this.all]) {
      this.takeInner(parent);
      this.takeSeries(parent);
    }
    this.takeBetween();
    return this.found;
  }

  private isEmpty(): boolean {
    return this.found.sections.size + this.found.holders.size + this.found.prose.size === 0;
  }

  private takeLabelled(): void {
    for (const section of this.all) {
      const kind = section.heading?.labelKind;
      if (kind && kind !== 'part' && kind !== 'challenge') this.found.sections.add(section);
    }
  }

  /** What stands under "Fokusområder" or "Mål": its sections, or its list, or the sections after it. */
  private takeHeld(section: Section, actions: boolean): void {
    const container = this.containerOf(section);
    if (!container || (container.level.kind === 'action') !== actions || this.isInBackground(section)) return;
    const inner = section.children.filter((child) => this.canBeHeld(child));
    const lists = this.goalLists(section);
    inner.forEach((child) => this.found.sections.add(child));
    if (lists.length > 0) this.credit(section);
    else if (inner.length === 0 && !this.takeFollowing(section, container.count) && !actions)
      this.heldProse.push(section);
  }

  private containerOf(section: Section): ReturnType<typeof containerLevel> {
    const heading = section.heading;
    return heading && (!heading.label || heading.labelKind === 'part') ? containerLevel(heading.text) : null;
  }

  private canBeHeld(section: Section): boolean {
    const text = section.heading?.text ?? '';
    return (
      !opensSafeBackground(text) && !isAside(text) && !isIntentHeading(text) && !this.containerOf(section)
    );
  }

  /** In a flat document the areas follow "Fokusområder" at the same depth, up to the next background. */
  private takeFollowing(section: Section, count: number | null): boolean {
    const following: Section[] = [];
    for (const sibling of followersOf(section)) {
      if (opensBackground(sibling.heading?.text ?? '') || this.containerOf(sibling)) break;
      if (!isIntentHeading(sibling.heading?.text ?? '')) following.push(sibling);
    }
    const promised =
      count ??
      section.blocks
        .map((block) => (block.kind === 'paragraph' ? announcedIn(block.text)?.count : null))
        .find(Boolean) ??
      null;
    if (promised !== null && following.length >= promised) following.length = promised;
    const agrees = promised !== null && following.length === promised;
    if (
      following.length < 2 ||
      !(agrees || following.some((each) => this.holdsList(each)) || this.saysNothing(section))
    )
      return false;
    following.forEach((each) => this.found.sections.add(each));
    return true;
  }

  private saysNothing(section: Section): boolean {
    return section.blocks.every((block) => block.kind !== 'list') && section.blocks.length === 0;
  }

  private holdsList(section: Section): boolean {
    return [section, ...section.children].some((each) =>
      listsOf(each).some(({ kind }) => kind !== 'example'),
    );
  }

  /** A general aim in prose stands beside the areas, and is no area. */
  private takeHeldProse(): void {
    const isAlone = this.isEmpty();
    for (const section of this.heldProse)
      if (isAlone || this.ownerOf(section) !== null) this.takeProse(section);
  }

  /** Under "Mål" each short paragraph is a goal where there is no list. */
  private takeProse(section: Section): void {
    if (proseGoals(section).length > 0) {
      this.found.prose.add(section);
      this.credit(section);
    }
  }

  /** Under "Vad vi vill" short paragraphs are goals where the document has no others. */
  private takeIntents(section: Section): void {
    const heading = section.heading;
    if (!heading || !isIntentHeading(heading.text) || section.children.length > 0) return;
    if (proseGoals(section).length >= 2) this.takeProse(section);
  }

  /** "Politikken har fire temaer." followed by four headings. */
  private takeAnnounced(section: Section, read: (text: string) => { count: number } | null): void {
    for (const block of section.blocks) {
      const announced = block.kind === 'paragraph' ? read(block.text) : null;
      if (!announced) continue;
      for (const group of [section.children, followersOf(section)]) {
        const possible = group.filter(
          (each) => this.canBeHeld(each) && !opensBackground(each.heading?.text ?? ''),
        );
        if (possible.length === announced.count) possible.forEach((each) => this.found.sections.add(each));
        if (possible.length === announced.count) return;
      }
    }
  }

  private takeLists(isWanted: (list: SectionList) => boolean): void {
    for (const section of this.all) {
      if (!this.isInBackground(section) && this.goalLists(section).some(isWanted)) this.credit(section);
    }
    if (this.found.sections.size === 0 && this.goalLists(this.policy).some(isWanted))
      this.found.holders.add(this.policy);
  }

  private goalLists(section: Section): SectionList[] {
    return listsOf(section).filter(
      ({ kind, list }) => kind !== 'example' && !isPreview(list, this.found.titles),
    );
  }

  private takeBackgroundLists(): void {
    for (const section of this.all) {
      if (!/^(purpose|vision|introduction|background)$/.test(sectionRole(section.heading?.text ?? '')))
        continue;
      if (this.goalLists(section).some(({ kind }) => kind === 'goal')) this.found.holders.add(section);
    }
  }

  /** Goals found in a section belong to the heading they are about: "Det vil vi" is about the one above it. */
  private credit(section: Section): void {
    const owner = this.ownerOf(section);
    if (!owner) this.found.holders.add(section);
    else if (this.isBackground(owner) && !this.isUnderContainer(owner)) this.found.holders.add(section);
    else this.found.sections.add(owner);
  }

  /** The heading a section is about; `null` for the policy itself. */
  private ownerOf(section: Section): Section | null {
    let owner: Section | null = section;
    while (owner && owner !== this.policy && this.isTransparent(owner)) owner = owner.parent;
    return owner === this.policy ? null : owner;
  }

  private isTransparent(section: Section): boolean {
    const heading = section.heading;
    if (!heading || this.found.sections.has(section)) return false;
    if (heading.label) return heading.labelKind === 'part' && containerLevel(heading.text) !== null;
    const text = heading.text;
    if (containerLevel(text) || isIntentHeading(text) || isAside(text) || isActionHeading(text)) return true;
    if (isGoalLeadIn(text) && isBareLeadIn(text)) return true;
    return !heading.number && (this.refrains.get(comparable(text)) ?? 0) >= 3;
  }

  private isBackground(section: Section): boolean {
    const heading = section.heading;
    return heading !== null && !this.found.sections.has(section) && opensBackground(heading.text);
  }

  private isUnderContainer(section: Section): boolean {
    return section.parent !== null && this.containerOf(section.parent) !== null;
  }

  private isInBackground(section: Section): boolean {
    for (let each: Section | null = section; each && each !== this.policy; each = each.parent) {
      if (this.found.sections.has(each)) return false;
      if (this.isBackground(each) && !this.isUnderContainer(each)) return true;
    }
    return false;
  }

  /** Inside a goal, a heading with a list of its own is a goal below it. */
  private takeInner(parent: Section): void {
    if (!this.found.sections.has(parent)) return;
    for (const section of parent.children) {
      if (this.isTransparent(section) || this.isBackground(section)) continue;
      if (this.holdsList(section) || this.isPartOfSeries(section, parent)) this.found.sections.add(section);
    }
  }

  /**
   * Sections numbered in one series are goals together when one of them is. Where the series numbers a
   * heading like "Mål" or "Fokusområder", it counts the document's chapters, which are not all goals.
   */
  private takeSeries(parent: Section): void {
    for (const series of seriesAmong(parent.children)) {
      if (!series.some((each) => this.found.sections.has(each))) continue;
      if (series.some((each) => this.containerOf(each))) continue;
      series.filter((each) => this.isSubject(each)).forEach((each) => this.found.sections.add(each));
    }
  }

  /** Numbered headings that all stand under one goal, though they hold prose only. */
  private isPartOfSeries(section: Section, parent: Section): boolean {
    const isSeries = (each: Section) => each.heading?.number !== null && this.isSubject(each);
    return (
      (parent.children.length >= 2 || isNumberedFrom(parent, section)) &&
      isSeries(section) &&
      parent.children.filter(isSeries).length === parent.children.length
    );
  }

  /** A section between two goals is a goal, though it holds prose only. */
  private takeBetween(): void {
    for (const parent of [this.policy, ...this.all]) {
      const at = parent.children.flatMap((child, i) => (this.found.sections.has(child) ? [i] : []));
      const [first, last] = [at[0], at.at(-1)];
      if (first === undefined || last === undefined) continue;
      const model = parent.children[first]?.heading;
      parent.children.slice(first, last).forEach((child) => {
        if (model && isAlike(model, child.heading) && this.isSubject(child)) this.found.sections.add(child);
      });
    }
  }

  private isSubject(section: Section): boolean {
    return (
      !this.isTransparent(section) &&
      !this.isBackground(section) &&
      section.blocks.length + section.children.length > 0
    );
  }

  /** What stands above goals is a level of its own, unless it merely holds them all. */
  private takeAncestors(): void {
    const above = new Set<Section>();
    for (const section of this.found.sections) {
      for (let each = section.parent; each && each !== this.policy; each = each.parent) {
        if (this.found.sections.has(each) || above.has(each)) break;
        above.add(each);
      }
    }
    const wrapper = this.wrapper(above);
    for (const section of above) {
      if (
        section !== wrapper &&
        !this.isTransparent(section) &&
        !this.isBackground(section) &&
        section.heading?.labelKind !== 'part'
      )
        this.found.sections.add(section);
    }
  }

  private wrapper(above: ReadonlySet<Section>): Section | null {
    const tops = this.policy.children.filter((child) => above.has(child) || this.found.sections.has(child));
    const only = tops[0];
    if (tops.length !== 1 || !only || this.found.sections.has(only) || only.heading?.label) return null;
    return only.children.filter((child) => above.has(child) || this.found.sections.has(child)).length >= 2
      ? only
      : null;
  }
}

function levelsAnnounced(text: string): { count: number } | null {
  const announced = announcedIn(text);
  return announced && announced.level.kind !== 'challenge' ? announced : null;
}

function followersOf(section: Section): Section[] {
  const siblings = section.parent?.children ?? [];
  const from = siblings.indexOf(section) + 1;
  return siblings.slice(from, from + MOST_FOLLOWERS);
}

/** The headings beside one another that are numbered alike, each series on its own; 1 after 3 begins anew. */
function seriesAmong(sections: readonly Section[]): Section[][] {
  const all: Section[][] = [];
  const open = new Map<string, Section[]>();
  for (const section of sections) {
    const key = seriesKey(section.heading);
    if (key === null) continue;
    const held = open.get(key);
    if (held && ordinalOf(section) >= ordinalOf(held.at(-1))) held.push(section);
    else {
      const series = [section];
      open.set(key, series);
      all.push(series);
    }
  }
  return all;
}

function seriesKey(heading: Heading | null): string | null {
  if (!heading || heading.number === null || heading.labelKind === 'challenge') return null;
  const { style, depth, label, number, numberDepth } = heading;
  return [style, depth, label ?? '', numberDepth, numberShape(number)].join(' ');
}

function ordinalOf(section: Section | undefined): number {
  return section?.heading?.ordinal ?? 0;
}

/** "2.3.1" beneath "2.3" counts on from it, though nothing follows. */
function isNumberedFrom(parent: Section, section: Section): boolean {
  const [above, own] = [parent.heading?.number, section.heading?.number];
  return Boolean(
    above && own?.startsWith(`${above.replace(/[.)]$/, '')}.`) && section.heading!.numberDepth > 1,
  );
}

function isAlike(model: Heading, heading: Heading | null): boolean {
  return (
    heading !== null &&
    model.style === heading.style &&
    model.depth === heading.depth &&
    (model.number === null) === (heading.number === null)
  );
}

/** Paragraphs short enough to be a goal each; empty where one of them is a longer text. */
export function proseGoals(section: Section): Paragraph[] {
  const paragraphs = section.blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
  const goals = paragraphs.filter(
    ({ text }) => !isBareLeadIn(text) && !announcedIn(text) && text.length > 12,
  );
  const fits = goals.every(({ text }) => text.length <= 420 && endsSentence(text));
  return fits ? goals : [];
}
