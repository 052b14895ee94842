import { useRef, useState } from 'react';
import { toProblem } from '../lib/api-problem.js';
import { useEntering } from '../lib/entry.js';
import { useProblemText } from './problem-text.js';
import { useToast } from './toast.js';

/**
 * What a button does: `const support = useAction(() => mutateAsync(id)); <Button busy={support.busy}
 * onClick={support.act}>`. Asks to sign in where needed, runs once however often it is pressed, says what failed.
 */
export function useAction(run: () => Promise<unknown>): { act: () => void; busy: boolean } {
  const enter = useEntering();
  const toast = useToast();
  const text = useProblemText();
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const act = async () => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      await enter(run);
    } catch (cause) {
      toast({ text: text(toProblem(cause)), tone: 'danger' });
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { act: () => void act(), busy };
}
