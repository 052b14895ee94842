/** The kinds of entry a municipality publishes: see the catalogue types in the domain. */
export type PolicyType = 'policy' | 'goals' | 'rules' | 'programme';

/** `nb` is Norwegian bokmål. `null` where the text is too short, or in another language. */
export type OutlineLanguage = 'da' | 'sv' | 'nb' | 'en';

export interface OutlineNode {
  /** 1 is the first level below the policy; `levels[level - 1]` names it. */
  level: number;
  /**
   * The number as it is printed ("4.", "2.1", "a)"), `null` where none is printed.
   * Free text: two siblings may carry the same one, so it is never an identity.
   */
  number: string | null;
  /** The word printed before the number ("Fokusområde" in "Fokusområde 2: Leg"), `null` where there is none. */
  label: string | null;
  title: string;
  /** True where the text has no title here and this one was made from its first sentence. */
  titleProposed: boolean;
  /** The sentence that opens the list of children ("Vi vil:"), `null` where there is none. */
  leadIn: string | null;
  /** Paragraphs separated by an empty line; empty where the title says it all. */
  text: string;
  children: OutlineNode[];
}

export type SectionRole =
  | 'introduction'
  | 'background'
  | 'purpose'
  | 'vision'
  | 'target-group'
  | 'challenge'
  | 'goals'
  | 'follow-up'
  | 'annex'
  | 'imprint'
  | 'contact'
  | 'other';

/** A part of the document that is no goal: it stays with the policy as its text. */
export interface OutlineSection {
  role: SectionRole;
  number: string | null;
  /** `null` for text that stands under no heading of its own. */
  title: string | null;
  text: string;
}

export interface ActionPlanMention {
  title: string;
  /** True where the policy and its action plan are one document. */
  combined: boolean;
  /** True where the text says that a plan is made every year. */
  yearly: boolean;
}

export interface Allocation {
  label: string;
  /** Whole units of the currency, e.g. 12912000. */
  amount: number;
  currency: 'DKK' | 'SEK' | 'NOK';
  /** True where the amount is said to be per year. */
  yearly: boolean;
  /** Ascending; empty where the text names none. */
  years: number[];
}

export interface OwnerUnit {
  unit: string | null;
  address: string | null;
  phone: string | null;
  email: string | null;
}

export interface OutlineLink {
  text: string;
  url: string | null;
}

/** What staff should look at before they publish. */
export type OutlineWarning =
  | { type: 'no-goals-found' }
  | { type: 'title-missing' }
  | { type: 'titles-proposed'; count: number }
  | { type: 'number-repeated'; number: string; titles: string[] };

export interface OutlinedPolicy {
  title: string;
  subtitle: string | null;
  type: PolicyType;
  /** Singular, capitalised, outermost first. May be named although the document holds no goals. */
  levels: string[];
  /** "2016" or "2016-01-31", as exact as the text is; `null` where it does not say. */
  validFrom: string | null;
  validTo: string | null;
  adoptedBy: string | null;
  /** ISO date, or a year where no more is printed. */
  adoptedOn: string | null;
  publishedYear: number | null;
  /** The first paragraph that says something; empty where there is no prose. */
  summary: string;
  /** The prose that stands directly under the title. */
  text: string;
  sections: OutlineSection[];
  nodes: OutlineNode[];
  actionPlans: ActionPlanMention[];
  allocations: Allocation[];
  annexes: string[];
  owner: OwnerUnit | null;
  links: OutlineLink[];
  language: OutlineLanguage | null;
  warnings: OutlineWarning[];
}

export interface PolicyOutline {
  /** A catalogue presents several policies with a few paragraphs each. */
  kind: 'policy' | 'catalogue';
  /** The document's own title; the policy's where it holds one. */
  title: string;
  language: OutlineLanguage | null;
  policies: OutlinedPolicy[];
  /** The unit that publishes the document. */
  owner: OwnerUnit | null;
  /** Text of a catalogue that belongs to none of its entries; empty for a single policy. */
  sections: OutlineSection[];
}

export interface OutlineOptions {
  /** Names the policy where its text has no title. */
  fileName?: string;
}
