import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { invalidField } from '../platform/errors/problem.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeCursor, limitOf, pageOf } from '../platform/http/paging.js';
import type { Found, SearchPage, SearchQuery } from './search.dto.js';
import { foundRows, type FoundRow } from './search.repository.js';
import { excerptOf, wordsOf } from './search.rules.js';

/** Finds whatever everyone can read, whichever language it is written or looked for in. */
@Injectable()
export class SearchService {
  async find(ctx: RequestContext, query: SearchQuery): Promise<SearchPage> {
    const limit = limitOf(query);
    const words = wordsOf(query.q);
    const rows = await foundRows(ctx, {
      typed: query.q,
      words,
      kind: query.kind,
      after: cursorOf(query.after),
      limit: limit + 1,
    });
    return pageOf(
      rows,
      limit,
      ({ tier, id }) => [tier, id],
      (row) => mapFound(row, words),
    );
  }
}

function cursorOf(after: string | undefined): readonly [string, string] | null {
  const [tier, id] = decodeCursor(after, 2) ?? [];
  if (tier === undefined || id === undefined) return null;
  if (!/^\d$/.test(tier) || !isUUID(id)) throw invalidField('after', 'invalid');
  return [tier, id];
}

const mapFound = (row: FoundRow, words: readonly string[]): Found => ({
  kind: row.kind,
  id: row.id,
  reference: row.reference,
  title: row.title,
  context: row.context,
  excerpt: excerptOf(row.marked, row.text, words),
  language: row.language,
  path: row.path,
});
