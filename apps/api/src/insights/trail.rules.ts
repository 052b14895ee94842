import type { LinkStep } from '../involvement/processes.repository.js';

/** The way of a contribution, as far as it has come: said → linked → answered → in the plan → result. */
export const STEP_KINDS = ['said', 'linked', 'answered', 'planned', 'result'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export interface TrailStep {
  kind: StepKind;
  /** ISO 8601; null where only the fact is known. */
  at: string | null;
  /** The process, theme, plan or action, by its title. */
  title: string | null;
  /** Accepted, partly, declined … for an answer. */
  outcome: string | null;
  /** The answer or the result, in words. */
  text: string | null;
  /** The page that shows it, below the municipality. */
  path: string;
}

export interface PlanFact {
  planId: string;
  planTitle: string;
  year: number;
  actionTitle: string;
  publishedAt: Date;
  result: string;
}

export interface AnswerFact {
  outcome: string;
  text: string;
  at: Date;
}

/** Several processes or plans may have taken one contribution in: their steps stand in the order of the way. */
export function trailOf(
  said: { at: Date; path: string },
  links: readonly LinkStep[],
  answer: AnswerFact | null,
  plans: readonly PlanFact[],
): TrailStep[] {
  const none = { title: null, outcome: null, text: null };
  return [
    { ...none, kind: 'said', at: said.at.toISOString(), path: said.path },
    ...links.map((link): TrailStep => ({
      ...none,
      kind: 'linked',
      at: link.linkedAt.toISOString(),
      title: link.processTitle,
      path: `processes/${link.processId}`,
    })),
    ...links.flatMap(({ processId, theme }): TrailStep[] =>
      theme?.respondedAt
        ? [
            {
              kind: 'answered',
              at: theme.respondedAt.toISOString(),
              title: theme.title,
              outcome: theme.outcome,
              text: theme.text,
              path: `processes/${processId}`,
            },
          ]
        : [],
    ),
    ...(answer
      ? [
          {
            kind: 'answered' as const,
            at: answer.at.toISOString(),
            title: null,
            outcome: answer.outcome,
            text: answer.text,
            path: said.path,
          },
        ]
      : []),
    ...plans.map((plan): TrailStep => ({
      ...none,
      kind: 'planned',
      at: plan.publishedAt.toISOString(),
      title: `${plan.planTitle}: ${plan.actionTitle}`,
      path: `plans/${plan.planId}`,
    })),
    ...plans
      .filter(({ result }) => result !== '')
      .map((plan): TrailStep => ({
        ...none,
        kind: 'result',
        at: null,
        title: plan.actionTitle,
        text: plan.result,
        path: `plans/${plan.planId}`,
      })),
  ];
}
