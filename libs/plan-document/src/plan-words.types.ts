import type {
  PlanActionStatus,
  PlanOutcome,
  PlanProcessKind,
  PlanPublication,
  PlanReferenceKind,
} from './plan-document.model.js';

type Counted = (count: number) => string;

export type PlanFixedWords = {
  actionPlan: string;
  draft: string;
  publication: Record<PlanPublication, string>;
  notStated: string;
  /** What is not known yet is said once, below a chapter: which field, and of what. */
  notes: { title: string; action: string; allProcesses: string; allActions: string };
  /** The marks that open and close a quote. */
  quoteMarks: [string, string];
  page: string;
  pageOf: string;
  contents: string;

  frontPage: {
    municipality: string;
    policy: string;
    plan: string;
    year: string;
    ownerUnit: string;
    adoptedBy: string;
    adoptedOn: string;
    notAdopted: string;
    caseNumber: string;
    status: string;
    url: string;
    exportedOn: string;
    themeColour: string;
  };

  chapters: {
    introduction: string;
    vision: string;
    processes: string;
    actions: string;
    money: string;
    followUp: string;
    ideaCatalogue: string;
    consultationReport: string;
  };
  followUpPart: string;
  evaluationPart: string;

  references: {
    title: string;
    explanation: string;
    kinds: Record<PlanReferenceKind, string>;
    reference: string;
    link: string;
  };

  process: {
    kind: string;
    kinds: Record<PlanProcessKind, string>;
    title: string;
    question: string;
    level: string;
    promise: string;
    period: string;
    startsOn: string;
    endsOn: string;
    methods: string;
    meetings: string;
    meeting: string;
    date: string;
    place: string;
    participants: string;
    participantTarget: string;
    youngShare: string;
    groups: string;
    contributions: string;
    works: string;
    doesNot: string;
    need: string;
    decision: string;
    decidedBy: string;
    decidedOn: string;
    caseNumber: string;
  };

  action: {
    number: string;
    focusArea: string;
    goal: string;
    action: string;
    title: string;
    description: string;
    background: string;
    targetGroup: string;
    successCriterion: string;
    indicator: string;
    targetValue: string;
    responsible: string;
    lead: string;
    partners: string;
    schedule: string;
    startsOn: string;
    endsOn: string;
    economy: string;
    amount: string;
    currency: string;
    status: string;
    followUp: string;
    result: string;
    statuses: Record<PlanActionStatus, string>;
    /** Headings of the card in the document, where several columns share one. */
    aims: string;
    responsibility: string;
    overview: string;
  };

  background: {
    commentCount: string;
    initiativeCount: string;
    supporterCount: string;
    youngShare: string;
    bySourceGroup: string;
    initiatives: string;
    quotes: string;
    comments: Counted;
    initiativesCounted: Counted;
    supporters: Counted;
    young: (share: string) => string;
    inLanguage: (language: string) => string;
  };

  money: {
    withinFrame: string;
    amount: string;
    subtotal: (area: string) => string;
    total: string;
    withinFrameCount: Counted;
    notStatedCount: Counted;
    noAmount: string;
    row: string;
    rows: { action: string; subtotal: string; total: string };
    note: string;
  };

  input: {
    action: string;
    kind: string;
    kinds: { group: string; initiative: string; quote: string };
    text: string;
    language: string;
    count: string;
  };

  ideas: { meeting: string; theme: string; idea: string };

  consultation: {
    process: string;
    theme: string;
    input: string;
    answer: string;
    change: string;
    outcome: string;
    outcomes: Record<PlanOutcome, string>;
    noChange: string;
    sources: string;
  };

  /** What the document says where a part is empty: a part never vanishes silently. */
  empty: {
    introduction: string;
    vision: string;
    processes: string;
    actions: string;
    /** Follows the name of the area on its line. */
    focusArea: string;
    followUp: string;
    evaluation: string;
    decision: string;
    ideas: string;
    themes: string;
    consultation: string;
    answer: string;
  };

  /** What a screen reader says of a table before reading it. */
  tables: {
    overview: string;
    action: (action: string) => string;
    money: string;
    meetings: string;
    consultation: string;
    process: string;
    legend: string;
  };

  /** At most 31 characters, none of \ / ? * [ ] : */
  sheets: {
    actions: string;
    money: string;
    input: string;
    ideas: string;
    consultation: string;
    processes: string;
    meetings: string;
    plan: string;
  };

  about: { label: string; value: string };

  /** Appended where a text was longer than a cell of a spreadsheet holds. */
  cut: string;
};
