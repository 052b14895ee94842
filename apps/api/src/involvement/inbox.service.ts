import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { invalidField } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeCursor, limitOf, pageOf } from '../platform/http/paging.js';
import { mapEntry, type InboxCounts, type InboxFilter, type InboxPage } from './inbox.dto.js';
import { inboxCounts, inboxRows } from './inbox.repository.js';
import { can } from './involvement.access.js';

@Injectable()
export class InboxService {
  /** Everything residents said, newest first: what is to be linked and answered. */
  async list(ctx: RequestContext, filter: InboxFilter): Promise<InboxPage> {
    allow(ctx, can.involve(ctx));
    const limit = limitOf(filter);
    const rows = await inboxRows(ctx, filter, cursorOf(filter.after), limit + 1);
    return pageOf(rows, limit, ({ moment, id }) => [moment, id], mapEntry);
  }

  counts(ctx: RequestContext, filter: InboxFilter): Promise<InboxCounts> {
    allow(ctx, can.involve(ctx));
    return inboxCounts(ctx, filter);
  }
}

/** The last entry's moment, in full precision, and its id. */
function cursorOf(after: string | undefined): string[] | null {
  const cursor = decodeCursor(after, 2);
  if (cursor && (!isUUID(cursor[1]) || Number.isNaN(Date.parse(cursor[0] ?? ''))))
    throw invalidField('after', 'invalid');
  return cursor;
}
