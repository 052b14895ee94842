import type { Schema } from '@medvind/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.js';
import { toProblem } from '../../lib/api-problem.js';
import { useEntering } from '../../lib/entry.js';
import { useProblemText } from '../../ui/problem-text.js';
import { useToast } from '../../ui/toast.js';
import { decideMutation } from './api/case.js';
import { decideManyMutation, undoMutation } from './api/many.js';

type Case = Schema<'CaseView'>;
type Action = Schema<'ContributionAction'>;

interface DecideEvents {
  onDecided: (contributionIds: string[]) => void;
  /** Once it is asked for: what is decided next must not meet what came in their place. */
  onUndo?: (contributionIds: string[]) => void;
}

/** What can be taken back. */
interface Last {
  decisionIds: string[];
  contributionIds: string[];
}

const NOTHING: Last = { decisionIds: [], contributionIds: [] };

/** Decides without a form, and says what was decided with the way back: a slip of the finger costs nobody anything. */
export function useDecide(municipality: string, { onDecided, onUndo }: DecideEvents) {
  const { t } = useTranslation('moderation');
  const client = useQueryClient();
  const toast = useToast();
  const enter = useEntering();
  const text = useProblemText();
  const { mutateAsync } = useMutation(decideMutation(municipality));
  const many = useMutation(decideManyMutation(municipality));
  const undoing = useMutation(undoMutation(municipality));
  const [busy, setBusy] = useState(false);
  const last = useRef(NOTHING);

  const failed = (cause: unknown) => {
    const problem = toProblem(cause);
    const decided = problem.details.decided as Schema<'DecisionSummary'> | null | undefined;
    const what =
      decided && t(`decided.${decided.action}`, { name: decided.moderator, reason: decided.reason });
    toast({ text: [text(problem), what].filter(Boolean).join(' '), tone: 'danger' });
    // What is shown is not so any more.
    if (problem.code === 'already-decided' || problem.code === 'case-claimed')
      void client.invalidateQueries({ queryKey: ['moderation', municipality] });
  };

  /** What was decided last; a second time there is nothing more to take back. */
  const undo = async () => {
    const { decisionIds, contributionIds } = last.current;
    if (decisionIds.length === 0) return toast(t('done.nothingToUndo'));
    last.current = NOTHING;
    onUndo?.(contributionIds);
    try {
      const { items } = await enter(() => undoing.mutateAsync(decisionIds));
      const taken = items.filter(({ code }) => code === null);
      if (taken.length === items.length)
        toast(t('done.undone', { count: taken.length, reference: taken[0]?.reference ?? '' }));
      else toast({ text: t('done.undonePartly', { count: items.length - taken.length }), tone: 'danger' });
      void client.invalidateQueries();
    } catch (cause) {
      failed(cause);
    }
  };

  const say = (words: string, made: Last) => {
    last.current = made;
    toast(
      made.decisionIds.length
        ? { text: words, action: { label: t('done.undo'), run: () => void undo() } }
        : words,
    );
  };

  const done = (action: Action, now: Case) => {
    const { id, undoableUntil } = now.lastDecision ?? {};
    const undoable = id && undoableUntil ? { decisionIds: [id], contributionIds: [now.id] } : NOTHING;
    say(t(`done.${action}`, { reference: now.reference }), undoable);
    onDecided([now.id]);
  };

  const doneMany = (action: Schema<'ActionForMany'>, { items }: Schema<'ManyResults'>) => {
    const made = items.filter(({ decisionId }) => decisionId !== null);
    const left = items.length - made.length;
    say(
      [t(`many.done.${action}`, { count: made.length }), left > 0 && t('many.left', { count: left })]
        .filter(Boolean)
        .join(' '),
      {
        decisionIds: made.flatMap(({ decisionId }) => decisionId ?? []),
        contributionIds: made.map(({ id }) => id),
      },
    );
    onDecided(made.map(({ id }) => id));
  };

  const run = async (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    try {
      await enter(work);
    } catch (cause) {
      failed(cause);
    } finally {
      setBusy(false);
    }
  };

  const keep = ({ kind, id, lastDecision }: Case) =>
    run(async () => {
      const decision = { action: 'keep' as const, lastDecisionId: lastDecision?.id ?? null };
      done('keep', await mutateAsync({ kind, id, decision }));
    });

  const keepMany = (subjects: readonly Case[]) =>
    run(async () => {
      const chosen = subjects.map(({ kind, id, lastDecision }) => ({
        kind,
        id,
        lastDecisionId: lastDecision?.id ?? null,
      }));
      doneMany('keep', await many.mutateAsync({ action: 'keep', subjects: chosen }));
    });

  return {
    busy,
    done,
    doneMany,
    failed,
    run: (work: () => Promise<void>) => void run(work),
    keep: (subject: Case) => void keep(subject),
    keepMany: (subjects: readonly Case[]) => void keepMany(subjects),
    undo: () => void undo(),
  };
}
