/** What was taken from a thread to another, as the thread says it. */
export interface MovedRow {
  /** null: everything. */
  reference: string | null;
  commentId: string | null;
  count: number;
  movedAt: string;
  title: string;
  path: string;
}

const MOVES_TOLD = 10;

/** Beside a thread's other columns: where what left it went, the last first. */
export const MOVED_FROM_THREAD = `
  coalesce((SELECT jsonb_agg(jsonb_build_object('reference', 'K-' || moved.number, 'commentId', moved.comment_id,
      'count', moved.comment_count, 'movedAt', moved.moved_at, 'title', target.title,
      'path', target.path || coalesce('?comment=' || moved.comment_id, '')) ORDER BY moved.moved_at DESC, moved.id DESC)
    FROM (SELECT comment_move.*, comment.number FROM comment_move LEFT JOIN comment ON comment.id = comment_move.comment_id
      WHERE comment_move.from_thread_id = thread.id AND undone_at IS NULL
        -- Moved on, or back by another move: that one tells it.
        AND (comment_move.comment_id IS NULL OR comment.thread_id = comment_move.to_thread_id)
      ORDER BY moved_at DESC, comment_move.id DESC LIMIT ${MOVES_TOLD}) AS moved
    JOIN thread AS target ON target.id = moved.to_thread_id), '[]') AS moved`;
