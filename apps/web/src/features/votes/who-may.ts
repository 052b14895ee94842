import { useTranslation } from '../../i18n/use-translation.js';
import { useFormat } from '../../lib/format.js';
import type { Vote } from './api/vote.js';

/** Who may vote, in sentences. */
export function useWhoMay(): (voter: Vote['voter']) => string {
  const { t } = useTranslation('votes');
  const { t: scheme } = useTranslation('scheme');
  const { list } = useFormat();
  return ({ groups, minAge, evidence }) => {
    const named = groups.includes('anyone')
      ? [scheme('group.anyone')]
      : groups.map((group) => scheme(`group.${group}`));
    return [
      t('rules.who', { who: list(named, 'or') }),
      minAge !== null && scheme('aged', { age: minAge }),
      evidence !== 'none' && scheme(`evidence.${evidence}`),
    ]
      .filter(Boolean)
      .join(' ');
  };
}
