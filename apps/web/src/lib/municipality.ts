import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { api, unwrap } from './api.js';

export const municipalityQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['municipality', municipality],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });

/** The first part of every address but `/` is the municipality. */
export const municipalityOf = (pathname: string): string | undefined => pathname.split('/')[1] || undefined;

export const useMunicipalitySlug = (): string | undefined => municipalityOf(useLocation().pathname);

/** The municipality of this page. Only for pages below `/:municipality`. */
export function useMunicipality() {
  const slug = useMunicipalitySlug();
  if (!slug) throw new Error('This page belongs to no municipality.');
  return useSuspenseQuery(municipalityQuery(slug)).data;
}

/** Its name, or undefined where there is none: on the front door, and at addresses that do not exist. */
export function useMunicipalityName(): string | undefined {
  return useMunicipalityIfAny()?.name;
}

export function useMunicipalityIfAny() {
  const slug = useMunicipalitySlug();
  // Whether it exists is found out by the page; the shell only wears it.
  return useQuery({ ...municipalityQuery(slug ?? ''), enabled: false }).data;
}

/** Addresses within this page's municipality: `path('policies', slug)` is `/helsingor/policies/…`. */
export function usePath(): (...parts: string[]) => string {
  const slug = useMunicipalitySlug();
  return (...parts) => `/${[slug, ...parts.map(encodeURIComponent)].filter(Boolean).join('/')}`;
}
