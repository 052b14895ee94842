import { useTranslation } from '../../../i18n/use-translation.js';
import type { IconName } from '../../../ui/icon.js';
import { Tag } from '../../../ui/tag.js';
import type { VoteState } from '../api/votes.js';

const STATES: Record<VoteState, { icon: IconName; color: Parameters<typeof Tag>[0]['color'] }> = {
  draft: { icon: 'document', color: 'neutral' },
  coming: { icon: 'time', color: 'neutral' },
  open: { icon: 'check', color: 'accent' },
  closed: { icon: 'lock', color: 'neutral' },
  'called-off': { icon: 'close', color: 'warning' },
};

export function StateTag({ state }: { state: VoteState }) {
  const { t } = useTranslation('votes');
  return <Tag {...STATES[state]}>{t(`state.${state}`)}</Tag>;
}
