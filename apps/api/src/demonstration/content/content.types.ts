/**
 * The shape of the demonstration content: plain records that refer to each other by string keys, which are
 * unique within one municipality and kind. Dates are 'YYYY-MM-DD'; ages of contributions are days before the
 * day of loading (or before `writtenOn`, where their order against fixed dates matters).
 */
export interface MunicipalityContent {
  slug: 'helsingor' | 'helsingborg';
  /** The day the texts were written for: fixed dates of processes and plans agree with `daysAgo` seen from it. */
  writtenOn: string;
  units: UnitContent[];
  /** Invented: nobody is to be called because of a demonstration. */
  contact: { unit: string; phone: string; email: string };
  vision: { title: string; text: string; year: number };
  policies: PolicyContent[];
  people: PersonContent[];
  comments: CommentContent[];
  talk: TalkContent[];
  initiativeRule: InitiativeRuleContent;
  initiatives: InitiativeContent[];
  processes: ProcessContent[];
  plans: PlanContent[];
  districts: DistrictContent[];
  places: PlaceContent[];
  votes: VoteContent[];
}

/** An open vote, and what was voted so far. */
export interface VoteContent {
  /** Key of a goal. */
  goal: string;
  question: string;
  text: string;
  kind: 'ranking' | 'for-against';
  /** Their keys are o1, o2, … */
  options: { title: string; text: string }[];
  ballots: { voters: number; choice: string | string[] }[];
}

export type Language = 'da' | 'sv' | 'en';

export interface DistrictContent {
  key: string;
  name: string;
  number: string;
  /** Longitude and latitude; ends where it begins. */
  ring: [number, number][];
}

/** Where an initiative would be. */
export interface PlaceContent {
  /** Key of an initiative. */
  initiative: string;
  /** Key of a district. */
  district: string;
  /** Longitude and latitude, within the district. */
  point?: [number, number];
}

export interface UnitContent {
  key: string;
  name: string;
  kind: 'council' | 'executive' | 'committee' | 'department' | 'company';
}

export interface PolicyContent {
  key: string;
  title: string;
  type: 'policy' | 'goals' | 'rules' | 'programme';
  language: 'da' | 'sv';
  summary: string;
  /** Paragraphs are parted by an empty line. */
  text?: string;
  /** Names of the levels below the policy, outermost first; as deep as the deepest goal. */
  levels: string[];
  validFrom?: string;
  validTo?: string;
  adoptedBy?: string;
  adoptedOn?: string;
  /** Key of a unit. */
  ownerUnit?: string;
  contact?: string;
  visionContribution?: string;
  /** Only for rules: where an individual case belongs. */
  permitService?: { name: string; url: string };
  nodes: GoalContent[];
}

/** Keys are unique in the municipality, not only in the policy; the printed number is free text. */
export interface GoalContent {
  key: string;
  number: string | null;
  title: string;
  text: string;
  targetGroups?: string[];
  children: GoalContent[];
}

export type Role = 'resident' | 'moderator' | 'staff' | 'administrator';

export type AgeBand = 'under18' | '18-29' | '30-44' | '45-64' | '65-79' | '80+';

export interface PersonContent {
  key: string;
  name: string;
  /** On a `.example` domain: no mail can ever leave for it. */
  email: string;
  roles: Role[];
  language: Language;
  ageBand?: AgeBand;
}

export type ReasonCode = 'insult' | 'personal_data' | 'off_topic' | 'advertising' | 'untrue' | 'other';

/** What somebody said, wherever. */
export interface Said {
  key: string;
  /** Key of a person; of staff where `channel` says that they keyed it in. */
  author: string;
  /** Key of the comment replied to; at most two levels of replies. */
  parent?: string;
  language: Language;
  text: string;
  daysAgo: number;
  /** agree + disagree + pass is at most 60, the number of demonstration voters. */
  agree: number;
  disagree: number;
  pass: number;
  hidden?: { reasonCode: ReasonCode; reason: string; by: string };
  /** Open unless the comment is hidden. */
  reports?: { by?: string; reasonCode: ReasonCode; text: string; daysAgo: number }[];
  /** The wording before the author corrected it. */
  editedFrom?: string;
  type?: 'works' | 'doesnt_work' | 'need' | 'idea' | 'question';
  channel?: 'meeting' | 'paper' | 'phone';
  /** Who said what staff keyed in, if they gave a name. */
  speaker?: string;
  /** Staff's, pinned as the answer to its parent, or to the thread. */
  official?: boolean;
}

export interface CommentContent extends Said {
  /** Key of a goal. */
  goal: string;
}

export interface TalkContent extends Said {
  /** Key of a process, a theme or an initiative; of an action its plan's key and its number, "mb-2026/3". */
  on: string;
}

export interface InitiativeRuleContent {
  threshold: number;
  windowDays: number;
  /** What `threshold` is set to in a demonstration, which has fewer voters than a town. */
  demoThreshold: number;
}

export type InitiativeState = 'draft' | 'collecting' | 'reached' | 'expired' | 'withdrawn' | 'decided';

export interface InitiativeContent {
  key: string;
  /** Key of a goal. */
  goal: string;
  /** Key of a person. */
  proposer: string;
  language: Language;
  title: string;
  text: string;
  state: InitiativeState;
  /** Days since it was published (for a draft: begun). */
  daysAgo: number;
  /** Where it differs from the rule's. */
  windowDays?: number;
  supporters: number;
  /** Those who said "I will take part". */
  participants: number;
  /** The proposer's reason, when withdrawn. */
  withdrawnBecause?: string;
  answer?: {
    outcome: 'accepted' | 'partly' | 'declined' | 'forwarded';
    text: string;
    /** Key of a unit. */
    by: string;
    daysAgo: number;
  };
}

/** Exactly one of `comment` and `initiative`; the type is given in processes of kind `user`. */
export interface LinkContent {
  comment?: string;
  initiative?: string;
  type?: 'works' | 'doesnt_work' | 'need';
}

export type PhaseKind = 'preparation' | 'information' | 'dialogue' | 'confirmation' | 'response';

export interface ThemeContent {
  key: string;
  title: string;
  links: LinkContent[];
  response?: { outcome: 'accepted' | 'partly' | 'declined'; text: string };
}

export interface ProcessContent {
  key: string;
  title: string;
  kind: 'user' | 'citizen';
  service: string;
  /** Keys of goals. */
  goals: string[];
  background: string;
  purpose: string;
  /** What can be influenced. */
  question: string;
  /** What cannot: law, budget, earlier decisions. */
  fixedFrame: string;
  /** A step of the municipality's ladder of participation. */
  level: string;
  targetGroups: string[];
  /** How those hard to reach are reached. */
  outreach: string;
  methods: string[];
  phases: { kind: PhaseKind; from: string; to: string; note?: string }[];
  /** Name of the body. */
  decides: string;
  decidesOn: string;
  /** Key of a unit. */
  ownerUnit: string;
  /** Keys of people. */
  team: string[];
  participants: { group: string; target: number; actual: number }[];
  caseNumber: string;
  state: 'planned' | 'open' | 'closed';
  decision?: string;
  evaluation?: string;
  respondedOn?: string;
  themes: ThemeContent[];
  /** Linked, not yet sorted into a theme. */
  unsorted?: LinkContent[];
}

export interface ActionContent {
  number: string;
  /** Key of a goal of the plan's policy. */
  goal: string;
  title: string;
  description: string;
  targetGroup: string;
  successCriterion: string;
  indicator: string;
  targetValue: string;
  /** Key of a unit. */
  responsible: string;
  /** Name or function. */
  lead: string;
  partners: string;
  schedule: string;
  economyText: string;
  /** Whole kroner / kronor; null or absent where it is within the ordinary budget. */
  economyAmount?: number | null;
  status: 'planned' | 'started' | 'done' | 'dropped';
  followUp: string;
  result?: string;
  /** What the action rests on; exactly one key in each. */
  inputs: { comment?: string; initiative?: string; process?: string }[];
}

export interface PlanContent {
  key: string;
  /** Key of a policy. */
  policy: string;
  year: number;
  title: string;
  state: 'draft' | 'published';
  introduction: string;
  visionRelation: string;
  adoptedBy?: string;
  adoptedOn?: string;
  /** Key of a unit. */
  ownerUnit: string;
  caseNumber: string;
  followUp: string;
  actions: ActionContent[];
}
