import { createContext, useContext } from 'react';

/** Resolves true once the person has signed in, false when they turned it down. */
export type AskToSignIn = () => Promise<boolean>;

export const SignInPrompt = createContext<AskToSignIn>(async () => false);

/**
 * Asks, in place, somebody whose session has ended (or never began) to sign in, so that what they were doing can go
 * on. Forms made with `useForm` do this by themselves; a button calls it: `if (await askToSignIn()) support()`.
 */
export const useSignInPrompt = (): AskToSignIn => useContext(SignInPrompt);
