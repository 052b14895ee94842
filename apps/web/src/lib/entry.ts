import { createContext, useContext } from 'react';
import { toProblem, type ApiProblem } from './api-problem.js';

/** What keeps somebody out who could come in: no session, a municipality not joined, rules not accepted yet. */
const THRESHOLDS = ['not-signed-in', 'not-a-member', 'conduct-not-accepted'] as const;
export type Threshold = (typeof THRESHOLDS)[number];

const thresholdOf = ({ code }: ApiProblem) => THRESHOLDS.find((threshold) => threshold === code);

/** Asks in place, so that nothing typed is lost. True once they have come in, false when they turned it down. */
export type AskToEnter = (threshold: Threshold) => Promise<boolean>;

/** Runs something; where it fails at the threshold, asks to come in and runs it again. */
export type Entering = <Result>(run: () => Promise<Result>) => Promise<Result>;

export const entering =
  (ask: AskToEnter): Entering =>
  async (run) => {
    // Whoever has signed in may still have to join, and then to accept the rules.
    for (let asked = 0; asked < THRESHOLDS.length; asked++) {
      try {
        return await run();
      } catch (cause) {
        const threshold = thresholdOf(toProblem(cause));
        if (!threshold || !(await ask(threshold))) throw cause;
      }
    }
    return run();
  };

export const EntryContext = createContext<Entering>((run) => run());

/** Forms (`useForm`) and actions (`useAction`) do this by themselves. */
export const useEntering = (): Entering => useContext(EntryContext);
