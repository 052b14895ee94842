import { useTranslation } from '../../../i18n/use-translation.js';
import type { IconName } from '../../../ui/icon.js';
import { Tag } from '../../../ui/tag.js';

const LOOKS = {
  accepted: { icon: 'success', color: 'success' },
  partly: { icon: 'info', color: 'info' },
  declined: { icon: 'close', color: 'danger' },
  answered: { icon: 'info', color: 'info' },
  'considered-answered': { icon: 'info', color: 'neutral' },
  forwarded: { icon: 'chevron', color: 'neutral' },
  'outside-competence': { icon: 'chevron', color: 'neutral' },
} as const satisfies Record<string, { icon: IconName; color: string }>;

type Outcome = keyof typeof LOOKS;

export const isOutcome = (outcome: string | null): outcome is Outcome => outcome !== null && outcome in LOOKS;

/** What an answer comes to, by figure and word. */
export function OutcomeTag({ outcome }: { outcome: string | null }) {
  const { t } = useTranslation('insights');
  if (!isOutcome(outcome)) return null;
  return <Tag {...LOOKS[outcome]}>{t(`outcome.${outcome}`)}</Tag>;
}
