import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import type { Vote, VoteChoice } from '../api/vote.js';

interface SaidProps {
  vote: Pick<Vote, 'kind'> & { options: { key: string; title: string }[]; language?: string | undefined };
  choice: VoteChoice;
  /** Before it: who says so. */
  label?: string;
}

/** In words, as it was chosen. */
export function Said({ vote, choice, label }: SaidProps) {
  const { t } = useTranslation('votes');
  const { number } = useFormat();
  const titleOf = (key: string) => vote.options.find((option) => option.key === key)?.title ?? key;
  const one = (text: string) => <p>{label ? `${label}: ${text}` : text}</p>;
  if (typeof choice === 'string')
    return one(t(`forAgainst.${choice === 'for' || choice === 'against' ? choice : 'blank'}`));
  const lines = Array.isArray(choice)
    ? choice.map((key) => ({ key, text: titleOf(key) }))
    : Object.entries(choice).map(([key, given]) => ({ key, text: `${titleOf(key)}: ${number(given)}` }));
  if (lines.length === 0) return one(t('forAgainst.blank'));
  const List = vote.kind === 'ranking' ? 'ol' : 'ul';
  return (
    <>
      {label && <p>{label}:</p>}
      <List className="mv-said-list" lang={vote.language}>
        {lines.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </List>
    </>
  );
}
