/** Where to go after signing in: a path of our own, never an address elsewhere. Browsers leave tabs and line ends out. */
export const nextPath = (search: URLSearchParams, otherwise: string): string => {
  const next = search.get('next') ?? '';
  return /^\/(?![\t\n\r]*[/\\])/.test(next) ? next : otherwise;
};
