import { createContext, useContext } from 'react';
import { toProblem, type ApiProblem } from './api-problem.js';

/** What keeps somebody out who could come in: a session that ended, or a municipality not joined yet. */
export type Threshold = Extract<ApiProblem['code'], 'not-signed-in' | 'not-a-member'>;

/** Asks in place, so that nothing typed is lost. True once they have come in, false when they turned it down. */
export type AskToEnter = (threshold: Threshold) => Promise<boolean>;

/** Runs something; where it fails at the threshold, asks to come in and runs it again. */
export type Entering = <Result>(run: () => Promise<Result>) => Promise<Result>;

export const entering =
  (ask: AskToEnter): Entering =>
  async (run) => {
    // Twice: whoever has signed in may still have to join.
    for (let asked = 0; asked < 2; asked++) {
      try {
        return await run();
      } catch (cause) {
        const { code } = toProblem(cause);
        if ((code !== 'not-signed-in' && code !== 'not-a-member') || !(await ask(code))) throw cause;
      }
    }
    return run();
  };

export const EntryContext = createContext<Entering>((run) => run());

/** Forms (`useForm`) and actions (`useAction`) do this by themselves. */
export const useEntering = (): Entering => useContext(EntryContext);
