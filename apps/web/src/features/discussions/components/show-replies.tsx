import { useTranslation } from '../../../i18n/use-translation.js';
import { useAction } from '../../../ui/action.js';
import { Button } from '../../../ui/button.js';
import type { Branch, Comment } from '../discussion.js';

interface ShowRepliesProps {
  branch: Branch;
  waiting: Comment[];
  onMore: () => Promise<void>;
}

/** The answers before those a link led to. */
export function ShowEarlierReplies({ branch, onMore }: Omit<ShowRepliesProps, 'waiting'>) {
  const { t } = useTranslation('discussions');
  const { act, busy } = useAction(onMore);
  if (!branch.previousReplies) return null;
  return (
    <p className="mv-replies-more">
      <Button variant="tertiary" size="sm" busy={busy} onClick={act}>
        {t('reply.earlier')}
      </Button>
    </p>
  );
}

/** The answers of a long branch that are not there yet. */
export function ShowReplies({ branch, waiting, onMore }: ShowRepliesProps) {
  const { t } = useTranslation('discussions');
  const { act, busy } = useAction(onMore);
  if (!branch.nextReplies) return null;
  const held = waiting.filter(({ rootId }) => rootId === branch.id).length;
  return (
    <p className="mv-replies-more">
      <Button variant="tertiary" size="sm" busy={busy} onClick={act}>
        {branch.previousReplies
          ? t('reply.later')
          : t('reply.more', { count: Math.max(1, branch.replyCount - branch.replies.length - held) })}
      </Button>
    </p>
  );
}
