import { roomOf } from '@medvind/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { useLive } from '../../../lib/live.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { waitingQuery } from '../api/waiting.js';

/** Beside "Moderation" in a moderator's menu: how many contributions wait now. */
export function WaitingCount() {
  const { t } = useTranslation();
  const { slug, id } = useMunicipality();
  const { number } = useFormat();
  const client = useQueryClient();
  const { data } = useQuery(waitingQuery(slug));
  useLive(roomOf('moderation', id), () =>
    client.invalidateQueries({ queryKey: ['moderation', slug, 'waiting'] }),
  );
  if (!data?.count) return null;
  return (
    <span className="mv-waiting">
      <span aria-hidden="true">{number(data.count) + (data.more ? '+' : '')}</span>
      <span className="ds-sr-only"> {t('roles.waiting', { count: data.count })}</span>
    </span>
  );
}
