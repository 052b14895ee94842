import { useEffect, useRef, type RefObject } from 'react';

/**
 * On a slow connection one types before the page has woken, and the browser brings back what was typed before a
 * reload: the field then holds what React has not heard of.
 */
export function useEarly<Element extends HTMLInputElement | HTMLTextAreaElement>(
  value: string,
  onChange: (value: string) => void,
): RefObject<Element | null> {
  const field = useRef<Element>(null);
  useEffect(() => {
    const typed = field.current?.value;
    const waking = document.documentElement.dataset.awake === undefined;
    if (waking && typed !== undefined && typed !== value) onChange(typed);
    // Only when it wakes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return field;
}
