/** Every page: its address and its file, `features/<page>.page.tsx`. The most telling pattern wins, not the first. */
export const routes = [
  { path: '/', page: 'municipalities/choose' },
  { path: '/:municipality', page: 'municipalities/front' },
  { path: '/:municipality/about', page: 'municipalities/about' },
  { path: '/:municipality/sign-in', page: 'identity/sign-in' },
  { path: '/:municipality/join', page: 'identity/join' },
] as const satisfies { path: string; page: string }[];

export type Route = (typeof routes)[number];
