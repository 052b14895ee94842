import { useMutation } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Button } from '../../../ui/button.js';
import { useToast } from '../../../ui/toast.js';
import { pinMutation } from '../api/own-comment.js';
import type { Comment } from '../discussion.js';
import { useNameOf } from '../use-name-of.js';

interface PinProps {
  comment: Comment;
  /** The comment it answers, if it answers one. */
  answers: Comment | undefined;
  onShow: (comment: Comment) => void;
}

/** For staff: to make what one of them wrote the municipality's answer, and to take that back. */
export default function Pin({ comment, answers, onShow }: PinProps) {
  const { t } = useTranslation('discussions-staff');
  const nameOf = useNameOf();
  const { slug } = useMunicipality();
  const toast = useToast();
  const { mutateAsync } = useMutation(pinMutation(slug, comment.id));
  const change = (answersId: string | null | undefined) => async () => {
    onShow(await mutateAsync(answersId));
    toast(t(answersId === undefined ? 'pin.undone' : 'pin.done'));
  };
  const unpin = useAction(change(undefined));
  const pin = useAction(change(answers?.id ?? null));
  const pinToAll = useAction(change(null));
  if (comment.official)
    return (
      <Button variant="tertiary" size="sm" busy={unpin.busy} onClick={unpin.act}>
        {t('pin.undo')}
      </Button>
    );
  return (
    <>
      {answers && (
        <Button variant="tertiary" size="sm" busy={pin.busy} onClick={pin.act}>
          {t('pin.toComment', { name: nameOf(answers) })}
        </Button>
      )}
      <Button variant="tertiary" size="sm" busy={pinToAll.busy} onClick={pinToAll.act}>
        {t('pin.toThread')}
      </Button>
    </>
  );
}
