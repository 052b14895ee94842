import { createContext, useContext, useState, type ReactNode } from 'react';

export const COLOR_SCHEMES = ['auto', 'light', 'dark'] as const;
export type ColorScheme = (typeof COLOR_SCHEMES)[number];

const Chosen = createContext<[ColorScheme, (scheme: ColorScheme) => void]>(['auto', () => undefined]);

export const useColorScheme = () => useContext(Chosen);

/** Kept in a cookie rather than in storage: the server sets it in the first byte, so nothing flashes. */
export function ColorSchemeProvider({ initial, children }: { initial: ColorScheme; children: ReactNode }) {
  const [scheme, setScheme] = useState(initial);
  const choose = (next: ColorScheme) => {
    setScheme(next);
    document.documentElement.dataset.colorScheme = next;
    document.cookie = `scheme=${next}; path=/; max-age=31536000; samesite=lax`;
  };
  return <Chosen value={[scheme, choose]}>{children}</Chosen>;
}
