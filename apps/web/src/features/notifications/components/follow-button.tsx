import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useSession } from '../../../lib/session.js';
import { useAction } from '../../../ui/action.js';
import { Button } from '../../../ui/button.js';
import { useToast } from '../../../ui/toast.js';
import { followMutation, followQuery, type FollowProps } from '../api/follows.js';

export default function FollowButton({ kind, id }: FollowProps) {
  const { t } = useTranslation('following');
  const { slug } = useMunicipality();
  const { person } = useSession();
  const client = useQueryClient();
  const toast = useToast();
  const query = followQuery(slug, kind, id);
  const following = useQuery({ ...query, enabled: person !== null }).data?.following ?? false;
  const { mutateAsync } = useMutation(followMutation(slug));
  const change = useAction(async () => {
    const now = await mutateAsync({ kind, subjectId: id, follow: !following });
    client.setQueryData(query.queryKey, now);
    await client.invalidateQueries({ queryKey: ['follows', slug, 'list'] });
    toast(t(now.following ? 'button.begun' : 'button.ended'));
  });
  return (
    <Button
      variant="tertiary"
      size="sm"
      icon={following ? 'check' : 'bell'}
      aria-pressed={following}
      busy={change.busy}
      onClick={change.act}
    >
      {t(`button.${kind}`)}
    </Button>
  );
}
