import { useTranslation } from '../../i18n/use-translation.js';
import type { Comment } from './discussion.js';

/** Who said a comment: its author, whoever staff keyed it in for, or nobody one knows any more. */
export function useNameOf() {
  const { t } = useTranslation('discussions');
  return ({ author, speaker, channel }: Comment): string =>
    author?.name ?? speaker ?? t(channel === 'web' ? 'author.gone' : 'author.someone');
}
