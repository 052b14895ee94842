import type { RequestContext } from '../platform/http/context.js';

/** A comment's attachment beside its other columns, without its bytes: an `AttachmentRow`; not what is in quarantine. */
export const attachmentOf = (commentId: string) => `
  (SELECT json_build_object('id', held.id, 'kind', held.kind, 'fileName', held.file_name, 'alt', held.alt,
     'byteSize', held.byte_size, 'width', held.width, 'height', held.height)
   FROM comment_attachment AS held WHERE held.comment_id = ${commentId} AND held.withheld_at IS NULL)`;

/** When the person may upload again; null: now. At most 20 in an hour and 60 in a day. */
export const uploadsAgainAt = async (ctx: RequestContext): Promise<Date | null> => {
  const [row] = await ctx.db.query<{ at: Date | null }[]>(
    `SELECT max(pace.at) AS at FROM (
       (SELECT created_at + interval '1 hour' AS at FROM comment_attachment
        WHERE uploader_id = $1 AND created_at > now() - interval '1 hour'
        ORDER BY created_at DESC OFFSET 19 LIMIT 1)
       UNION ALL
       (SELECT created_at + interval '1 day' FROM comment_attachment
        WHERE uploader_id = $1 AND created_at > now() - interval '1 day'
        ORDER BY created_at DESC OFFSET 59 LIMIT 1)
     ) AS pace`,
    [ctx.me.id],
  );
  return row?.at ?? null;
};

/** One upload of a person after the other, so that the pace holds for those sent at once. */
export const inTurn = (ctx: RequestContext) =>
  ctx.db.query("SELECT pg_advisory_xact_lock(hashtextextended('upload:' || $1, 0))", [ctx.me.id]);
