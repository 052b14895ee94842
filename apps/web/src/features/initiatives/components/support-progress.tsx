import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { Progress } from '../../../ui/progress.js';
import type { InitiativeSummary } from '../api/initiatives.js';

/** "63 af de 100, der skal til, har støttet", and the bar. */
export function SupportProgress({ initiative }: { initiative: InitiativeSummary }) {
  const { t } = useTranslation('initiatives');
  const { number } = useFormat();
  const { supportCount, threshold } = initiative;
  const words = wordsOf(initiative);
  if (threshold === null) return null;
  return (
    <Progress
      value={supportCount}
      max={threshold}
      label={t(words, {
        count: supportCount,
        threshold: number(threshold),
      })}
    />
  );
}

/** What the number means depends on what has become of it. */
function wordsOf({ state, daysLeft }: InitiativeSummary) {
  if (state === 'reached') return daysLeft === null ? 'progressReached' : 'progressOpen';
  if (state === 'expired') return 'progressExpired';
  if (state === 'withdrawn') return 'progressWithdrawn';
  return ['decided', 'planned', 'carried-out'].includes(state) ? 'progressAnswered' : 'progress';
}
