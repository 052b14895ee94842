import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';
import type { IconName } from '../../../ui/icon.js';
import { Tag } from '../../../ui/tag.js';

type TagColor = Parameters<typeof Tag>[0]['color'];

const STATES: Record<Schema<'ProcessState'>, { icon: IconName; color: TagColor }> = {
  planned: { icon: 'time', color: 'neutral' },
  open: { icon: 'comment', color: 'accent' },
  closed: { icon: 'check', color: 'neutral' },
};

export function StateTag({ state }: { state: Schema<'ProcessState'> }) {
  const { t } = useTranslation('involvement');
  return <Tag {...STATES[state]}>{t(`state.${state}`)}</Tag>;
}

const OUTCOMES: Record<Schema<'ResponseOutcome'>, { icon: IconName; color: TagColor }> = {
  accepted: { icon: 'success', color: 'success' },
  partly: { icon: 'info', color: 'info' },
  declined: { icon: 'close', color: 'danger' },
};

/** What a response comes to, by figure and word. */
export function OutcomeTag({ outcome }: { outcome: Schema<'ResponseOutcome'> }) {
  const { t } = useTranslation('involvement');
  return <Tag {...OUTCOMES[outcome]}>{t(`outcome.${outcome}`)}</Tag>;
}

export const TYPE_ICONS: Record<Schema<'FeedbackType'>, IconName> = {
  works: 'thumb',
  doesnt_work: 'warning',
  need: 'plus',
};

export function TypeTag({ type }: { type: Schema<'FeedbackType'> }) {
  const { t } = useTranslation('involvement');
  return <Tag icon={TYPE_ICONS[type]}>{t(`type.${type}`)}</Tag>;
}
