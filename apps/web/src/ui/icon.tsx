const PATHS = {
  answer: 'm9 6-5 5 5 5M4 11h9a7 7 0 0 1 7 7v1',
  bell: 'M12 3a6 6 0 0 0-6 6v4l-2 3v1h16v-1l-2-3V9a6 6 0 0 0-6-6M9.5 20a2.5 2.5 0 0 0 5 0',
  check: 'm4.5 12.5 5 5 10-11',
  chevron: 'm9 5 7 7-7 7',
  close: 'm6 6 12 12M18 6 6 18',
  comment: 'M4 5h16v11H10l-5 4v-4H4z',
  danger: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 7.5v5.5m0 3.2v.3',
  document: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6m-6 4h6',
  flag: 'M6 21V4h12l-3 4.500 3 4.500H6',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18m0 8v5.5m0-9v.3',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4.200 4.200 0 0 0-6-6l-1 1m2 4a4 4 0 0 0-6 0l-3 3a4.200 4.200 0 0 0 6 6l1-1',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  menu: 'M4 7h16M4 12h16M4 17h16',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4.5 20.5c.8-4 3.700-6 7.500-6s6.700 2 7.500 6',
  plus: 'M12 5v14M5 12h14',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13m5 11.500 5 5',
  success: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18m-4.200 9.200 3 3 5.400-6',
  thumb:
    'M8 11v9H4v-9zm0 0 4-8c1.800 0 2.500 1.200 2.200 3L13.600 10H19c1.200 0 1.900 1 1.600 2.200l-1.500 6c-.3 1.100-1 1.800-2.100 1.800H8',
  time: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18m0 4.500V12l3 2.500',
  warning: 'm12 3.500 9.500 17h-19zM12 9.500v5m0 2.800v.2',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration: the word beside it, or the button's label, says the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className="mv-icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
