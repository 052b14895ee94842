import { useEffect, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { useHydrated } from '../../../lib/use-hydrated.js';
import { Tag } from '../../../ui/tag.js';
import { Time } from '../../../ui/time.js';

const TICK = 15_000;
const SOON = 30 * 60_000;

/** How long is left; said anew while one looks on, and never by colour alone. */
export function Clock({ due }: { due: string }) {
  const { t } = useTranslation('redress');
  const { ago } = useFormat();
  const awake = useHydrated();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(tick);
  }, []);
  const left = new Date(due).getTime() - now;
  // The server's clock is not the reader's.
  if (!awake) return <Time at={due} style="moment" />;
  return (
    <>
      <Tag
        color={left <= 0 ? 'danger' : left < SOON ? 'warning' : 'info'}
        icon={left <= 0 ? 'danger' : 'time'}
      >
        {left <= 0 ? t('clock.over', { ago: ago(due) }) : t('clock.left', { ago: ago(due) })}
      </Tag>{' '}
      <Time at={due} style="moment" />
    </>
  );
}
