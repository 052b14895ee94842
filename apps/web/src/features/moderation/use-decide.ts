import type { Schema } from '@medvind/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.js';
import { toProblem } from '../../lib/api-problem.js';
import { useEntering } from '../../lib/entry.js';
import { useProblemText } from '../../ui/problem-text.js';
import { useToast } from '../../ui/toast.js';
import { decideMutation } from './api/case.js';
import { templatesQuery } from './api/templates.js';

type Case = Schema<'CaseView'>;
type Action = Schema<'ContributionAction'>;

/** Decides without a form, and says what was decided with the way back: a slip of the finger costs nobody anything. */
export function useDecide(
  municipality: string,
  onDecided: (now: Case, action: Action) => void,
  onReconsider?: (now: Case) => void,
) {
  const { t } = useTranslation('moderation');
  const client = useQueryClient();
  const toast = useToast();
  const enter = useEntering();
  const text = useProblemText();
  const { mutateAsync } = useMutation(decideMutation(municipality));
  const [busy, setBusy] = useState(false);

  const failed = (cause: unknown) => {
    const problem = toProblem(cause);
    const decided = problem.details.decided as Schema<'DecisionSummary'> | null | undefined;
    const what =
      decided && t(`decided.${decided.action}`, { name: decided.moderator, reason: decided.reason });
    toast({ text: [text(problem), what].filter(Boolean).join(' '), tone: 'danger' });
    // What is shown is not so any more.
    if (problem.code === 'already-decided')
      void client.invalidateQueries({ queryKey: ['moderation', municipality] });
  };

  const undo = async ({ kind, id, reference, lastDecision }: Case) => {
    try {
      const { undo: reason } = await client.query(templatesQuery(municipality));
      const decision = { action: 'restore' as const, reason, lastDecisionId: lastDecision?.id ?? null };
      await enter(() => mutateAsync({ kind, id, decision }));
      toast(t('done.restore', { reference }));
      void client.invalidateQueries();
    } catch (cause) {
      failed(cause);
    }
  };

  const done = (action: Action, now: Case) => {
    const text = t(`done.${action}`, { reference: now.reference });
    if (action === 'hide') toast({ text, action: { label: t('done.undo'), run: () => void undo(now) } });
    else if (action === 'keep' && now.can.hide && onReconsider)
      toast({ text, action: { label: t('queue.reconsider'), run: () => onReconsider(now) } });
    else toast(text);
    onDecided(now, action);
  };

  const keep = async ({ kind, id, lastDecision }: Case) => {
    if (busy) return;
    setBusy(true);
    try {
      const decision = { action: 'keep' as const, lastDecisionId: lastDecision?.id ?? null };
      done('keep', await enter(() => mutateAsync({ kind, id, decision })));
    } catch (cause) {
      failed(cause);
    } finally {
      setBusy(false);
    }
  };

  return { busy, done, keep: (subject: Case) => void keep(subject) };
}
