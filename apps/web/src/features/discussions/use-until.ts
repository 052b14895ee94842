import { useEffect, useState } from 'react';

/** True until the moment has come. */
export function useUntil(moment: string | null): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    setPassed(false);
    if (!moment) return undefined;
    const timer = setTimeout(() => setPassed(true), Date.parse(moment) - Date.now());
    return () => clearTimeout(timer);
  }, [moment]);
  return moment !== null && !passed;
}
