import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { Progress } from '../../../ui/progress.js';
import type { InitiativeSummary } from '../api/initiatives.js';

/** "63 af 100 har støttet", and the bar. */
export function SupportProgress({ initiative }: { initiative: InitiativeSummary }) {
  const { t } = useTranslation('initiatives');
  const { number } = useFormat();
  const { supportCount, threshold } = initiative;
  if (threshold === null) return null;
  return (
    <Progress
      value={supportCount}
      max={threshold}
      label={t(supportCount < threshold ? 'progress' : 'progressFull', {
        count: supportCount,
        threshold: number(threshold),
      })}
    />
  );
}
