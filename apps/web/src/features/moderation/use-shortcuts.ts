import { useEffect, useRef, useState } from 'react';
import { useHydrated } from '../../lib/use-hydrated.js';

const KEPT = 'moderation-shortcuts';

const kept = (): boolean => {
  try {
    return localStorage.getItem(KEPT) !== 'off';
  } catch {
    return true; // storage can be forbidden by the browser's settings
  }
};

/** Whether single keys work. Speech control types letters by accident, so they can be turned off (WCAG 2.1.4). */
export function useShortcutChoice(): [boolean, (on: boolean) => void] {
  const hydrated = useHydrated();
  const [chosen, setChosen] = useState<boolean>();
  const choose = (on: boolean) => {
    setChosen(on);
    try {
      localStorage.setItem(KEPT, on ? 'on' : 'off');
    } catch {
      // Then it holds for as long as the page is open.
    }
  };
  return [chosen ?? (hydrated ? kept() : true), choose];
}

/** In a box to tick nobody types. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  !(target instanceof HTMLInputElement && target.type === 'checkbox') &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** Single keys, but never while somebody types, holds another key, or has a dialog open. */
export function useShortcuts(on: boolean, keys: Record<string, () => void>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const run = latest.current[event.key.toLowerCase()];
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
}
