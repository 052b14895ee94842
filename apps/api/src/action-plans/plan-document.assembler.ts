import { Inject, Injectable } from '@nestjs/common';
import {
  inNumberOrder,
  planWords,
  type PlanAction,
  type PlanActionStatus,
  type PlanBackground,
  type PlanConsultationRow,
  type PlanDocument,
  type PlanFocusArea,
  type PlanIdeaMeeting,
  type PlanProcess,
} from '@medvind/plan-document';
import { CONFIG, type Config } from '../platform/config/config.js';
import type { RequestContext } from '../platform/http/context.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { OrganisationUnit } from '../municipalities/organisation-unit.entity.js';
import { PoliciesService } from '../policies/policies.service.js';
import { today } from '../policies/policy.rules.js';
import type { Goal } from '../policies/goal.entity.js';
import type { Policy } from '../policies/policy.entity.js';
import { inputCounts, inputsOf, type InputCounts, type InputRow } from './action-inputs.repository.js';
import type { ActionPlan } from './action-plan.entity.js';
import type { Action, ActionStatus } from './action.entity.js';
import { groupByFocusArea, printed } from './focus-area.rules.js';
import { assembledWords } from './plan-document.words.js';
import { isWithinFrame } from './plan.rules.js';
import {
  linkedTo,
  processesBehind,
  themesOf,
  type PlanLinkRow,
  type PlanProcessRow,
  type PlanThemeRow,
} from './plan-processes.repository.js';
import { PlansService } from './plans.service.js';

/** Quotes in a row of the consultation report; the rest are there as references. */
const QUOTED = 3;
const QUOTE_LENGTH = 400;

/** The accents of the web's themes, for the document's front page and rules. */
export const THEME_COLOURS: Record<string, string> = {
  medvind: '#2f4b7c',
  helsingor: '#0b4f6c',
  helsingborg: '#9c3421',
};

const STATUS: Record<ActionStatus, PlanActionStatus> = {
  planned: 'planned',
  started: 'underway',
  done: 'done',
  dropped: 'dropped',
};

interface Gathered {
  municipality: Municipality;
  plan: ActionPlan;
  policy: Policy;
  tree: Goal[];
  actions: Action[];
  ownerUnit: OrganisationUnit | null;
  inputs: Map<string, InputRow[]>;
  counts: Map<string, InputCounts>;
  processes: PlanProcessRow[];
  themes: PlanThemeRow[];
  links: PlanLinkRow[];
  /** The address of a page below the municipality. */
  url: (path: string) => string;
}

/** Fills the neutral document from the database, in as many queries for a plan of two actions as of two hundred. */
@Injectable()
export class PlanDocumentAssembler {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly plans: PlansService,
    private readonly policies: PoliciesService,
  ) {}

  async assemble(ctx: RequestContext, plan: ActionPlan): Promise<PlanDocument> {
    const gathered = await this.gather(ctx, plan);
    const { municipality, policy } = gathered;
    return {
      language: municipality.language,
      frontPage: {
        municipality: municipality.name,
        themeColour: THEME_COLOURS[municipality.theme] ?? THEME_COLOURS.medvind!,
        policyTitle: policy.title,
        planTitle: plan.title,
        year: plan.year,
        ownerUnit: gathered.ownerUnit?.name ?? '',
        adoptedBy: plan.adoptedBy,
        adoptedOn: plan.adoptedOn,
        caseNumber: plan.caseNumber,
        status: plan.publishedAt ? 'published' : 'draft',
        url: gathered.url(`plans/${plan.id}`),
        exportedOn: today(),
      },
      introduction: plan.introduction,
      visionRelation: plan.visionRelation || policy.visionContribution,
      processes: gathered.processes.map((process) => processOf(gathered, process)),
      focusAreas: focusAreasOf(gathered),
      moneyNote: plan.moneyNote,
      followUp: plan.followUp,
      evaluation: plan.evaluation,
      ideaCatalogue: gathered.processes.map((process) => ideasOf(gathered, process)),
      consultationReport: gathered.processes.flatMap((process) => reportOf(gathered, process)),
    };
  }

  private async gather(ctx: RequestContext, plan: ActionPlan): Promise<Gathered> {
    const [municipality, policy, tree, actions, ownerUnit, processes] = await Promise.all([
      ctx.db.getRepository(Municipality).findOneByOrFail({ id: ctx.here }),
      this.policies.policyById(ctx, plan.policyId),
      this.policies.tree(ctx, plan.policyId),
      this.plans.actionsOf(ctx, plan.id),
      plan.ownerUnitId ? ctx.db.getRepository(OrganisationUnit).findOneBy({ id: plan.ownerUnitId }) : null,
      processesBehind(ctx, plan),
    ]);
    const actionIds = actions.map(({ id }) => id);
    const processIds = processes.map(({ id }) => id);
    const [inputs, counts, themes, links] = await Promise.all([
      inputsOf(ctx, actionIds),
      inputCounts(ctx, actionIds),
      themesOf(ctx, processIds),
      linkedTo(ctx, processIds),
    ]);
    return {
      municipality,
      plan,
      policy,
      tree,
      actions,
      ownerUnit,
      inputs: Map.groupBy(inputs, ({ actionId }) => actionId),
      counts: new Map(counts.map((count) => [count.actionId, count])),
      processes,
      themes,
      links,
      url: (path) => `${this.config.publicUrl}/${municipality.slug}/${path}`,
    };
  }
}

function focusAreasOf(gathered: Gathered): PlanFocusArea[] {
  const { tree, actions, policy, municipality } = gathered;
  const areas = groupByFocusArea(tree, actions);
  // Beside other areas it holds what belongs to none of them; alone it is the policy.
  const whole = areas.length === 1 ? policy.title : assembledWords[municipality.language].across;
  const goals = new Map(tree.map((goal) => [goal.id, goal]));
  return areas.map(({ goal, actions: inArea }) => ({
    number: goal?.number ?? '',
    title: goal?.title ?? whole,
    actions: inNumberOrder(inArea).map((action) =>
      actionOf(gathered, action, goals.get(action.goalId ?? '')),
    ),
  }));
}

function actionOf(gathered: Gathered, action: Action, goal: Goal | undefined): PlanAction {
  return {
    number: action.number,
    goal: goal ? printed(goal) : '',
    title: action.title,
    description: action.description,
    background: backgroundOf(gathered, action.id),
    targetGroup: action.targetGroup,
    successCriterion: action.successCriterion,
    indicator: action.indicator,
    targetValue: action.targetValue,
    responsible: action.responsible,
    lead: action.lead,
    partners: action.partners.split(/\s*[;,\n]\s*/).filter(Boolean),
    schedule: { text: action.schedule, startsOn: action.startsOn, endsOn: action.endsOn },
    economy: {
      text: action.economyText,
      amount: action.economyAmount,
      withinFrame: isWithinFrame(action.economyText, action.economyAmount),
      currency: gathered.municipality.language === 'sv' ? 'SEK' : 'DKK',
    },
    status: STATUS[action.status],
    followUp: action.followUp,
    result: action.result,
  };
}

/** What residents said that led to the action: counted by where it came from, and in their own words. */
function backgroundOf({ inputs, counts, municipality, url }: Gathered, actionId: string): PlanBackground {
  const { groups } = assembledWords[municipality.language];
  const counted = counts.get(actionId);
  const linked = inputs.get(actionId) ?? [];
  return {
    commentCount: counted?.comments ?? 0,
    initiativeCount: counted?.initiatives ?? 0,
    supporterCount: counted?.supporters ?? 0,
    // Nobody is asked their age yet: unknown is not zero.
    youngShare: null,
    bySourceGroup: Object.entries(groups)
      .map(([key, group]) => ({ group, count: counted?.[key as keyof typeof groups] ?? 0 }))
      .filter(({ count }) => count > 0),
    initiatives: linked
      .filter(({ kind }) => kind === 'initiative')
      .map(({ reference, path, text, supporters }) => ({
        reference,
        url: url(path),
        title: text,
        supporters: supporters ?? 0,
      })),
    quotes: linked
      .filter(({ kind }) => kind === 'comment')
      .map(({ reference, path, text, language }) => ({ reference, url: url(path), text, language })),
  };
}

function processOf({ municipality, links, url }: Gathered, process: PlanProcessRow): PlanProcess {
  const step = municipality.ladder.find(({ key }) => key === process.level);
  const taken = links.filter(({ processId }) => processId === process.id);
  const ofType = (type: PlanLinkRow['type']) => taken.filter((link) => link.type === type).length;
  const days = process.phases
    .flatMap(({ from, to }) => [from, to])
    .filter(Boolean)
    .toSorted();
  return {
    title: process.title,
    kind: process.kind,
    question: [process.question, process.fixedFrame].filter(Boolean).join('\n\n'),
    level: step?.name ?? process.level,
    promise: step?.promise ?? '',
    startsOn: days[0] ?? null,
    endsOn: days.at(-1) ?? null,
    methods: process.methods,
    // A dialogue on a single day is a meeting; places and numbers of meetings are not recorded yet.
    meetings: process.phases
      .filter(({ kind, from, to, note }) => kind === 'dialogue' && from === to && note !== '')
      .map(({ note, from }) => ({ title: note, date: from, place: '', participants: null })),
    participants: {
      total: sumOf(process.participants.map(({ actual }) => actual)),
      target: sumOf(process.participants.map(({ target }) => target)),
      youngShare: null,
      groups: process.participants.flatMap(({ group, actual }) =>
        actual === null ? [] : [{ group, count: actual }],
      ),
    },
    contributions: { works: ofType('works'), doesNot: ofType('doesnt_work'), need: ofType('need') },
    decision: process.decision
      ? { text: process.decision, decidedBy: process.decides, decidedOn: process.decidesOn }
      : null,
    caseNumber: process.caseNumber,
    url: url(`processes/${process.id}`),
  };
}

/** Annex 1: process → theme → ideas. */
function ideasOf({ municipality, themes, links, url }: Gathered, process: PlanProcessRow): PlanIdeaMeeting {
  const taken = Map.groupBy(
    links.filter(({ processId }) => processId === process.id),
    ({ themeId }) => themeId,
  );
  const ideas = (themeId: string | null) =>
    (taken.get(themeId) ?? []).map(({ reference, path, text }) => ({ reference, url: url(path), text }));
  const sorted = themes
    .filter(({ processId }) => processId === process.id)
    .map(({ id, title }) => ({ title, ideas: ideas(id) }));
  const unsorted = ideas(null);
  const { unsorted: title } = assembledWords[municipality.language];
  return {
    title: process.title,
    date: null,
    place: '',
    themes: unsorted.length ? [...sorted, { title, ideas: unsorted }] : sorted,
  };
}

/** Annex 2: input | the administration's answer | change, one row for each theme that is answered. */
function reportOf(gathered: Gathered, process: PlanProcessRow): PlanConsultationRow[] {
  const { themes, links, url } = gathered;
  return themes
    .filter(({ processId, outcome }) => processId === process.id && outcome !== null)
    .map(({ id, title, answer, outcome }) => {
      const said = links.filter(({ themeId }) => themeId === id);
      return {
        process: process.title,
        theme: title,
        input: inputOf(gathered, said),
        sources: said.map(({ reference, path }) => ({ reference, url: url(path) })),
        answer: answer ?? '',
        change: changeOf(gathered, said),
        outcome: outcome!,
      };
    });
}

/** The first quotes in full, then how many more there are. */
function inputOf({ municipality }: Gathered, said: readonly PlanLinkRow[]): string {
  const { quoteMarks } = planWords(municipality.language);
  const quotes = said
    .slice(0, QUOTED)
    .map(({ text, reference }) => `${quoteMarks.join(shortened(text))} (${reference})`);
  const more = said.length - quotes.length;
  return [...quotes, ...(more > 0 ? [assembledWords[municipality.language].more(more)] : [])].join('\n\n');
}

/** What came into the plan: its actions that build on something said under the theme. */
function changeOf({ municipality, actions, inputs }: Gathered, said: readonly PlanLinkRow[]): string {
  const ids = new Set(said.map(({ id }) => id));
  const word = planWords(municipality.language).action.title;
  return actions
    .filter(({ id }) => inputs.get(id)?.some((input) => ids.has(input.id)))
    .map(({ number, title }) => [word, number, title].filter(Boolean).join(' '))
    .join('\n\n');
}

const shortened = (text: string): string =>
  text.length <= QUOTE_LENGTH ? text : `${text.slice(0, QUOTE_LENGTH).replace(/\s+\S*$/, '')} …`;

/** null where nothing is known: that is never the same as 0. */
const sumOf = (numbers: readonly (number | null)[]): number | null => {
  const known = numbers.filter((number) => number !== null);
  return known.length ? known.reduce((sum, number) => sum + number, 0) : null;
};
