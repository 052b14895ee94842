import { useTranslation } from '../../../i18n/use-translation.js';
import type { IconName } from '../../../ui/icon.js';
import { Tag } from '../../../ui/tag.js';
import type { InitiativeSummary } from '../api/initiatives.js';

type Shown = InitiativeSummary['state'] | 'hidden' | 'held';

const LOOKS: Record<Shown, { icon: IconName; color: 'neutral' | 'accent' | 'info' | 'success' }> = {
  draft: { icon: 'document', color: 'neutral' },
  collecting: { icon: 'time', color: 'accent' },
  reached: { icon: 'success', color: 'success' },
  expired: { icon: 'close', color: 'neutral' },
  withdrawn: { icon: 'close', color: 'neutral' },
  answered: { icon: 'comment', color: 'info' },
  hidden: { icon: 'lock', color: 'neutral' },
  held: { icon: 'time', color: 'info' },
};

export function StateTag({
  initiative: { state, hidden, held },
}: {
  initiative: Pick<InitiativeSummary, 'state' | 'hidden' | 'held'>;
}) {
  const { t } = useTranslation('initiatives');
  const shown = hidden ? 'hidden' : held ? 'held' : state;
  return <Tag {...LOOKS[shown]}>{t(`state.${shown}`)}</Tag>;
}
