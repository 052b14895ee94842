import type { Schema } from '@medvind/api-client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.js';
import { useEntering } from '../../lib/entry.js';
import { decideMutation } from './api/case.js';
import { decideManyMutation } from './api/many.js';
import { NOTHING, useUndo } from './use-undo.js';

type Case = Schema<'CaseView'>;
type Action = Schema<'ContributionAction'>;

interface DecideEvents {
  onDecided: (contributionIds: string[]) => void;
  /** Once it is asked for: what is decided next must not meet what came in their place. */
  onUndo?: (contributionIds: string[]) => void;
}

/** Decides without a form, and says what was decided with the way back: a slip of the finger costs nobody anything. */
export function useDecide(municipality: string, { onDecided, onUndo }: DecideEvents) {
  const { t } = useTranslation('moderation');
  const enter = useEntering();
  const { say, failed, undo } = useUndo(municipality, onUndo);
  const { mutateAsync } = useMutation(decideMutation(municipality));
  const many = useMutation(decideManyMutation(municipality));
  const [busy, setBusy] = useState(false);

  const done = (action: Action, now: Case, told: Action | 'publish' = action) => {
    const { id, undoableUntil } = now.lastDecision ?? {};
    const undoable = id && undoableUntil ? { decisionIds: [id], contributionIds: [now.id] } : NOTHING;
    say(t(`done.${told}`, { reference: now.reference }), undoable);
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

  const keep = ({ kind, id, lastDecision, state }: Case) =>
    run(async () => {
      const decision = { action: 'keep' as const, lastDecisionId: lastDecision?.id ?? null };
      done('keep', await mutateAsync({ kind, id, decision }), state === 'held' ? 'publish' : 'keep');
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
    undo,
  };
}
