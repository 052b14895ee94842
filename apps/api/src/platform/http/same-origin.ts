import type { FastifyRequest } from 'fastify';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that changes something comes from our own pages. Browsers always say where a request comes from
 * (`Sec-Fetch-Site`, else `Origin`); a program that sends neither carries no one's cookie by accident.
 */
export function isSameOrigin(
  request: Pick<FastifyRequest, 'method' | 'headers'> & { host: string },
): boolean {
  if (SAFE.has(request.method)) return true;
  const site = request.headers['sec-fetch-site'];
  if (site) return site === 'same-origin' || site === 'none';
  const origin = request.headers.origin;
  if (!origin) return true;
  try {
    return new URL(origin).host === request.host;
  } catch {
    return false;
  }
}
