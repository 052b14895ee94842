import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';
import { Tag } from '../../../ui/tag.js';

type Status = Schema<'ActionView'>['status'];

const LOOKS = {
  planned: { color: 'neutral', icon: 'time' },
  started: { color: 'info', icon: 'chevron' },
  done: { color: 'success', icon: 'success' },
  dropped: { color: 'warning', icon: 'close' },
} as const satisfies Record<Status, object>;

export function StatusTag({ status }: { status: Status }) {
  const { t } = useTranslation('action-plans');
  return <Tag {...LOOKS[status]}>{t(`status.${status}`)}</Tag>;
}
