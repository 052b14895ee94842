import { useTranslation } from '../../i18n/use-translation.js';
import { useFormat } from '../../lib/format.js';
import type { Vote } from './api/vote.js';

/** Who may vote, in sentences; of what is over, who could. */
export function useWhoMay(): (voter: Vote['voter'], isOver?: boolean) => string {
  const { t } = useTranslation('votes');
  const { t: scheme } = useTranslation('scheme');
  const { list } = useFormat();
  return ({ groups, minAge, evidence }, isOver = false) => {
    const named = groups.includes('anyone')
      ? [scheme('group.anyone')]
      : groups.map((group) => scheme(`group.${group}`));
    return [
      t(isOver ? 'rules.whoOver' : 'rules.who', { who: list(named, 'or') }),
      minAge !== null && (isOver ? t('rules.agedOver', { age: minAge }) : scheme('aged', { age: minAge })),
      evidence !== 'none' && (isOver ? t(`rules.evidenceOver.${evidence}`) : scheme(`evidence.${evidence}`)),
    ]
      .filter(Boolean)
      .join(' ');
  };
}
