import { useTranslation } from '../../../i18n/use-translation.js';
import type { IconName } from '../../../ui/icon.js';
import { Tag } from '../../../ui/tag.js';
import type { InitiativeSummary } from '../api/initiatives.js';

type Shown = InitiativeSummary['state'] | 'hidden' | 'held' | 'merged';

const LOOKS: Record<Shown, { icon: IconName; color: 'neutral' | 'accent' | 'info' | 'success' }> = {
  draft: { icon: 'document', color: 'neutral' },
  collecting: { icon: 'time', color: 'accent' },
  reached: { icon: 'success', color: 'success' },
  expired: { icon: 'close', color: 'neutral' },
  withdrawn: { icon: 'close', color: 'neutral' },
  confirming: { icon: 'time', color: 'neutral' },
  review: { icon: 'time', color: 'info' },
  'handed-over': { icon: 'success', color: 'success' },
  considered: { icon: 'time', color: 'info' },
  decided: { icon: 'comment', color: 'info' },
  planned: { icon: 'document', color: 'success' },
  'carried-out': { icon: 'success', color: 'success' },
  rejected: { icon: 'close', color: 'neutral' },
  hidden: { icon: 'lock', color: 'neutral' },
  merged: { icon: 'link', color: 'neutral' },
  held: { icon: 'time', color: 'info' },
};

export function StateTag({
  initiative: { state, hidden, held, mergedInto },
  confirmed,
}: {
  initiative: Pick<InitiativeSummary, 'state' | 'hidden' | 'held'> &
    Partial<Pick<InitiativeSummary, 'mergedInto'>>;
  /** As many co-proposers as it takes have confirmed. */
  confirmed?: boolean;
}) {
  const { t } = useTranslation('initiatives');
  const shown = hidden ? 'hidden' : held ? 'held' : mergedInto ? 'merged' : state;
  return <Tag {...LOOKS[shown]}>{t(confirmed ? 'state.confirmed' : `state.${shown}`)}</Tag>;
}
