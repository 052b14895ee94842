import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';

const NAME = 'medvind_session';
export const SESSION_DAYS = 14;

export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database knows a session by. */
export const idOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export function tokenOf(cookieHeader: string | undefined): string | null {
  const found = cookieHeader?.match(/(?:^|;\s*)medvind_session=([\w-]{43})(?:;|$)/);
  return found?.[1] ?? null;
}

export const setSessionCookie = (reply: FastifyReply, token: string) =>
  reply.setCookie(NAME, token, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: SESSION_DAYS * 24 * 3600,
  });

export const clearSessionCookie = (reply: FastifyReply) => reply.clearCookie(NAME, { path: '/' });
