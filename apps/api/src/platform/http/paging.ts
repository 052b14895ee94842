import { LIMITS } from '@medvind/contracts';
import { isUUID } from 'class-validator';
import { invalidField } from '../errors/problem.js';
import { OptionalText, Whole } from './fields.js';

/** `?after=<cursor>&limit=`: lists are paged by key, never by number. */
export class PageQuery {
  @OptionalText({ max: 400 })
  after?: string;

  @Whole({ min: 1, max: LIMITS.page.max, optional: true })
  limit?: number;
}

export interface Page<T> {
  items: T[];
  /** Sent back as `after` to get the rest; null at the end. */
  next: string | null;
}

export const encodeCursor = (key: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/** @throws 422 on `after` when it is not a cursor of `length` parts. */
export function decodeCursor(cursor: string | undefined, length: number): string[] | null {
  if (!cursor) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(key) &&
      key.length === length &&
      key.every((k) => ['string', 'number'].includes(typeof k))
    )
      return key.map(String);
  } catch {
    // falls through to the refusal
  }
  throw invalidField('after', 'invalid');
}

/** A cursor that is one id. @throws 422 on `after` */
export function decodeId(cursor: string | undefined): string | null {
  const [id] = decodeCursor(cursor, 1) ?? [null];
  if (id !== null && !isUUID(id)) throw invalidField('after', 'invalid');
  return id ?? null;
}

export const limitOf = (query: PageQuery): number => query.limit ?? LIMITS.page.default;

/** Makes a page of one row more than asked for: the extra row says that there is a next page. */
export function pageOf<Row, T>(
  rows: Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number | null)[],
  map: (row: Row) => T,
): Page<T> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { items: kept.map(map), next: rows.length > limit && last ? encodeCursor(keyOf(last)) : null };
}
