/** Where to go after signing in: a path of our own, never an address elsewhere. */
export const nextPath = (search: URLSearchParams, otherwise: string): string => {
  const next = search.get('next') ?? '';
  return /^\/(?![/\\])/.test(next) ? next : otherwise;
};
