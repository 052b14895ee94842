const PREFIX = 'draft:';

// Kept for this tab only: on a shared computer nobody finds what the one before them had written.
const store = (): Storage | undefined => {
  try {
    return typeof sessionStorage === 'undefined' ? undefined : sessionStorage;
  } catch {
    return undefined; // storage can be forbidden by the browser's settings
  }
};

export function readDraft<Values>(key: string): Values | undefined {
  try {
    const kept = store()?.getItem(PREFIX + key);
    return kept ? (JSON.parse(kept) as Values) : undefined;
  } catch {
    return undefined;
  }
}

export function keepDraft<Values extends object>(
  key: string,
  values: Values,
  secret: (keyof Values)[] = [],
): void {
  const kept = Object.fromEntries(
    Object.entries(values).filter(([name]) => !secret.includes(name as keyof Values)),
  );
  try {
    store()?.setItem(PREFIX + key, JSON.stringify(kept));
  } catch {
    // A full store loses the draft, not the text on the screen.
  }
}

export const forgetDraft = (key: string): void => store()?.removeItem(PREFIX + key);

/** On signing out: the next person at this machine starts with empty forms. */
export function forgetDrafts(): void {
  const kept = store();
  if (!kept) return;
  for (const key of Object.keys(kept)) if (key.startsWith(PREFIX)) kept.removeItem(key);
}
