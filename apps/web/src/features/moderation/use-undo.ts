import type { Schema } from '@medvind/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../i18n/use-translation.js';
import { toProblem } from '../../lib/api-problem.js';
import { useEntering } from '../../lib/entry.js';
import { useProblemText } from '../../ui/problem-text.js';
import { useToast } from '../../ui/toast.js';
import { undoMutation } from './api/many.js';

/** What can be taken back; a discussion has no contribution. */
export interface Last {
  decisionIds: string[];
  contributionIds: string[];
}

export const NOTHING: Last = { decisionIds: [], contributionIds: [] };

/**
 * Says what was decided with the way back, for a contribution and for a discussion alike. What was decided last is
 * known to all of the page: it is decided in the queue and in its dialogs, and there is one key to take it back.
 * @param onUndo once it is asked for: what is decided next must not meet what came in their place
 */
export function useUndo(municipality: string, onUndo?: (contributionIds: string[]) => void) {
  const { t } = useTranslation('moderation');
  const client = useQueryClient();
  const toast = useToast();
  const enter = useEntering();
  const text = useProblemText();
  const { mutateAsync } = useMutation(undoMutation(municipality));
  const key = ['moderation-last', municipality];

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

  const takeBack = async ({ decisionIds, contributionIds }: Last) => {
    client.setQueryData(key, NOTHING);
    onUndo?.(contributionIds);
    try {
      const { items } = await enter(() => mutateAsync(decisionIds));
      const [taken, ...others] = items.filter(({ code }) => code === null);
      const left = items.length - others.length - (taken ? 1 : 0);
      if (left > 0) toast({ text: t('done.undonePartly', { count: left }), tone: 'danger' });
      else if (others.length === 0 && taken?.reference === null) toast(t('done.undoneThread'));
      else toast(t('done.undone', { count: others.length + 1, reference: taken?.reference ?? '' }));
      void client.invalidateQueries();
    } catch (cause) {
      failed(cause);
    }
  };

  /** What was decided last; a second time there is nothing more to take back. */
  const undo = async () => {
    const last = client.getQueryData<Last>(key) ?? NOTHING;
    if (last.decisionIds.length === 0) toast(t('done.nothingToUndo'));
    else await takeBack(last);
  };

  const say = (words: string, made: Last) => {
    client.setQueryData(key, made);
    const action = { label: t('done.undo'), run: () => void undo() };
    toast(made.decisionIds.length ? { text: words, action } : words);
  };

  return { say, failed, undo: () => void undo(), takeBack: (made: Last) => void takeBack(made) };
}
