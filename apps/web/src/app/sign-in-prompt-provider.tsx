import { lazy, Suspense, useCallback, useRef, useState, type ReactNode } from 'react';
import { SignInPrompt, type AskToSignIn } from '../lib/sign-in-prompt.js';

// Few visits end in a lost session; the dialog is not loaded for the others.
const SignInDialog = lazy(() => import('../features/identity/components/sign-in-dialog.js'));

export function SignInPromptProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const answer = useRef<((signedIn: boolean) => void) | undefined>(undefined);
  const asked = useRef<Promise<boolean> | undefined>(undefined);

  const ask = useCallback<AskToSignIn>(() => {
    asked.current ??= new Promise<boolean>((resolve) => {
      answer.current = resolve;
      setOpen(true);
    });
    return asked.current;
  }, []);

  const close = (signedIn: boolean) => {
    setOpen(false);
    asked.current = undefined;
    answer.current?.(signedIn);
  };

  return (
    <SignInPrompt value={ask}>
      {children}
      {open && (
        <Suspense>
          <SignInDialog onClose={close} />
        </Suspense>
      )}
    </SignInPrompt>
  );
}
