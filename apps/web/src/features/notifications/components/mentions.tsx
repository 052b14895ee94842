import { lazy, useEffect, useState } from 'react';
import { Optional } from '../../../ui/optional.js';

// Only who types "@" needs it.
const MentionSuggestions = lazy(() => import('./mention-suggestions.js'));

/** Offers the names of those who have spoken in the thread to whoever types "@" in one of its text areas. */
export function Mentions({ threadId }: { threadId: string }) {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (wanted) return undefined;
    const listen = ({ target }: Event) => {
      if (
        target instanceof HTMLTextAreaElement &&
        target.closest(`[data-thread='${threadId}']`) &&
        target.value.includes('@')
      )
        setWanted(true);
    };
    document.addEventListener('input', listen);
    return () => document.removeEventListener('input', listen);
  }, [wanted, threadId]);
  return (
    wanted && (
      <Optional>
        <MentionSuggestions threadId={threadId} />
      </Optional>
    )
  );
}
