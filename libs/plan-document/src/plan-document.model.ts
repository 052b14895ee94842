/**
 * A municipal action plan (handleplan, handlingsplan) as plain data: what a plan says, in the order it is
 * printed, with nothing about files or formats. Every writer reads this and nothing else.
 *
 * Conventions, so that a writer can tell "nothing" from "not yet known":
 * - a text is `''` when nothing was written; paragraphs are separated by a blank line
 * - a date is an ISO calendar date `YYYY-MM-DD`, or `null` when not set
 * - a number is `null` when not known, which is never the same as 0
 * - a share is a fraction from 0 to 1
 * - a `url` is absolute, or `''` when there is nothing public to link to
 *
 * No field holds a resident's name: a quote is known by its reference only.
 */
export type PlanDocument = {
  /** The municipality's language: decides fixed words, dates, numbers, sorting and the document's language. */
  language: PlanLanguage;
  frontPage: PlanFrontPage;
  introduction: string;
  /** How the plan and its policy contribute to the vision. */
  visionRelation: string;
  processes: PlanProcess[];
  /** In the order of the policy. The printed number is free text: two areas may both be "4.". */
  focusAreas: PlanFocusArea[];
  /** What is to be read with the overview of money, e.g. which budget decision it rests on. */
  moneyNote: string;
  /** How and when the plan is followed up, and to whom that is reported. */
  followUp: string;
  /** What the evaluation of the year found, or how it will be made. */
  evaluation: string;
  /** Annex 1: inspirationskatalog, idékatalog. */
  ideaCatalogue: PlanIdeaMeeting[];
  /** Annex 2: hvidbog, samrådsredogörelse. */
  consultationReport: PlanConsultationRow[];
};

export type PlanLanguage = 'da' | 'sv' | 'en';
export type PlanCurrency = 'DKK' | 'SEK';
export type PlanPublication = 'draft' | 'published';
export type PlanActionStatus = 'planned' | 'underway' | 'delayed' | 'done' | 'dropped';
export type PlanOutcome = 'accepted' | 'partly' | 'declined';
/** Involvement of the users of one service, or of residents at large. */
export type PlanProcessKind = 'user' | 'citizen';

/** A contribution one can look up: `reference` as made by `planReference`, e.g. "K-123". */
export type PlanSource = { reference: string; url: string };

export type PlanFrontPage = {
  municipality: string;
  /** `#rrggbb`; darkened by the writers where it would be too pale to read. */
  themeColour: string;
  policyTitle: string;
  planTitle: string;
  year: number;
  ownerUnit: string;
  adoptedBy: string;
  adoptedOn: string | null;
  caseNumber: string;
  status: PlanPublication;
  /** The plan's own page. */
  url: string;
  /** The day the file was made, so that two prints can be told apart. */
  exportedOn: string;
};

export type PlanProcess = {
  title: string;
  kind: PlanProcessKind;
  /** What could be influenced. */
  question: string;
  /** The step of the municipality's own ladder of participation, e.g. "Involvere". */
  level: string;
  /** What those who took part were promised. */
  promise: string;
  startsOn: string | null;
  endsOn: string | null;
  /** E.g. "Spørgeskema", "Fokusgruppeinterview"; meetings are listed apart. */
  methods: string[];
  meetings: PlanMeeting[];
  participants: PlanParticipants;
  /** Contributions by type: what works, what does not, what is needed. */
  contributions: { works: number; doesNot: number; need: number };
  decision: PlanDecision | null;
  caseNumber: string;
  url: string;
};

export type PlanMeeting = { title: string; date: string | null; place: string; participants: number | null };

export type PlanParticipants = {
  total: number | null;
  /** How many were aimed for. */
  target: number | null;
  youngShare: number | null;
  groups: PlanGroupCount[];
};

/** `group` in the municipality's words, e.g. "Ældreråd", "Skoleelever". */
export type PlanGroupCount = { group: string; count: number };

export type PlanDecision = { text: string; decidedBy: string; decidedOn: string | null };

export type PlanFocusArea = {
  /** As printed in the policy, e.g. "4."; `''` when the policy does not number. */
  number: string;
  title: string;
  actions: PlanAction[];
};

export type PlanAction = {
  /** Free text, e.g. "2.3". */
  number: string;
  /** Rammemål, mål: as printed, with its number. */
  goal: string;
  title: string;
  description: string;
  background: PlanBackground;
  targetGroup: string;
  successCriterion: string;
  indicator: string;
  targetValue: string;
  /** The unit that answers for it: center, nämnd or förvaltning. */
  responsible: string;
  /** Tovholder: who drives it. */
  lead: string;
  partners: string[];
  schedule: PlanSchedule;
  economy: PlanEconomy;
  status: PlanActionStatus;
  followUp: string;
  result: string;
};

/** `text` is what people read ("Foråret 2026"); the dates, where known, let a spreadsheet sort. */
export type PlanSchedule = { text: string; startsOn: string | null; endsOn: string | null };

/**
 * `amount` in whole kroner/kronor. Without an amount, `withinFrame` says that the existing budget pays
 * ("inden for rammen"), which is a value and not 0; neither means that nothing has been stated.
 */
export type PlanEconomy = {
  text: string;
  amount: number | null;
  withinFrame: boolean;
  currency: PlanCurrency;
};

/** What residents said that led to the action. */
export type PlanBackground = {
  commentCount: number;
  initiativeCount: number;
  /** Supporters of the initiatives together. */
  supporterCount: number;
  /** Share of the young among those who contributed; `null` when unknown or the group is too small to tell. */
  youngShare: number | null;
  bySourceGroup: PlanGroupCount[];
  initiatives: PlanInitiative[];
  quotes: PlanQuote[];
};

export type PlanInitiative = PlanSource & { title: string; supporters: number };

/** `language` is the contribution's own (BCP 47): a quote is never translated silently. */
export type PlanQuote = PlanSource & { text: string; language: string };

/** The ideas of one meeting or process, by theme. */
export type PlanIdeaMeeting = {
  title: string;
  date: string | null;
  place: string;
  themes: { title: string; ideas: PlanIdea[] }[];
};

export type PlanIdea = PlanSource & { text: string };

/** One row: what was said | what the administration answers | what changed. */
export type PlanConsultationRow = {
  /** The process it was said in. */
  process: string;
  theme: string;
  input: string;
  sources: PlanSource[];
  answer: string;
  /** What changed in the plan; `''` when nothing did. */
  change: string;
  outcome: PlanOutcome;
};

/** What a reference points at. The letters are the same in every language, so that a reference never changes. */
export type PlanReferenceKind = 'comment' | 'initiative' | 'idea' | 'opinion';

export const planReferencePrefix: Record<PlanReferenceKind, string> = {
  comment: 'K',
  initiative: 'F',
  idea: 'I',
  opinion: 'U',
};

/** The short stable name of a contribution: `planReference('comment', 123)` is "K-123". */
export function planReference(kind: PlanReferenceKind, number: number | bigint | string): string {
  return `${planReferencePrefix[kind]}-${number}`;
}

/** Called as the rows of a plan are written: `done` grows from 0 to `total`, and the last call has both equal. */
export type PlanProgress = { onProgress?: (done: number, total: number) => void };
