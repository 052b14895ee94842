import { useTranslation } from '../../../i18n/use-translation.js';
import { Blocks } from '../../../ui/blocks.js';
import { Details } from '../../../ui/details.js';
import { Icon } from '../../../ui/icon.js';
import type { Comment } from '../discussion.js';
import { AttachmentView } from './attachment-view.js';

/** In place of a comment that was hidden, with the reason, or taken back; the answers to it stay. */
export function Tombstone({ comment }: { comment: Comment }) {
  const { t } = useTranslation('discussions');
  const { state, hiddenReason, body, blocks, language } = comment;
  return (
    <div className="mv-tombstone">
      <p>
        <Icon name={state === 'hidden' ? 'lock' : 'info'} /> {state !== 'visible' && t(`tombstone.${state}`)}
      </p>
      {hiddenReason && <p>{t('tombstone.reason', { reason: hiddenReason })}</p>}
      {body !== null && (
        <Details summary={t('tombstone.readable')}>
          <Blocks blocks={blocks} lang={language} />
          {comment.attachment && <AttachmentView attachment={comment.attachment} lang={language} />}
        </Details>
      )}
    </div>
  );
}
