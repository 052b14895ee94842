import { useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { Button } from '../../../ui/button.js';
import type { Vote } from '../api/vote.js';

interface RankingFieldProps {
  vote: Vote;
  ranked: string[];
  onChange: (ranked: string[]) => void;
}

/** Options put in order with buttons, by pointer, keyboard and ear alike; what is left out stands last together. */
export function RankingField({ vote, ranked, onChange }: RankingFieldProps) {
  const { t } = useTranslation('votes');
  const [said, setSaid] = useState('');
  const titleOf = (key: string) => vote.options.find((option) => option.key === key)?.title ?? key;
  const left = vote.options.filter(({ key }) => !ranked.includes(key));
  const put = (next: string[], key: string) => {
    onChange(next);
    const place = next.indexOf(key) + 1;
    setSaid(
      place === 0
        ? t('ranking.saidLeft', { option: titleOf(key) })
        : t('ranking.said', { option: titleOf(key), place, count: next.length }),
    );
  };
  const move = (index: number, by: -1 | 1) => {
    const next = [...ranked];
    const [key] = next.splice(index, 1);
    next.splice(index + by, 0, key!);
    put(next, key!);
  };
  return (
    <fieldset className="mv-choices mv-ranking">
      <legend className="ds-label" data-weight="medium">
        {t('ranking.label')}
      </legend>
      <p className="mv-note">{t('ranking.hint')}</p>
      {ranked.length > 0 && (
        <ol>
          {ranked.map((key, index) => (
            <li key={key}>
              <span lang={vote.language}>{titleOf(key)}</span>
              <span className="mv-ranking-buttons">
                {/* Both stay where they are: a button that goes away takes the focus with it. */}
                <Button
                  variant="tertiary"
                  size="sm"
                  aria-disabled={index === 0}
                  onClick={() => index > 0 && move(index, -1)}
                  aria-label={t('ranking.up', { option: titleOf(key) })}
                >
                  ↑
                </Button>
                <Button
                  variant="tertiary"
                  size="sm"
                  aria-disabled={index === ranked.length - 1}
                  onClick={() => index < ranked.length - 1 && move(index, 1)}
                  aria-label={t('ranking.down', { option: titleOf(key) })}
                >
                  ↓
                </Button>
                <Button
                  variant="tertiary"
                  size="sm"
                  icon="close"
                  onClick={() =>
                    put(
                      ranked.filter((other) => other !== key),
                      key,
                    )
                  }
                  aria-label={t('ranking.remove', { option: titleOf(key) })}
                />
              </span>
            </li>
          ))}
        </ol>
      )}
      {left.length > 0 && (
        <ul aria-label={t('ranking.left')}>
          {left.map(({ key, title, text }) => (
            <li key={key}>
              <span lang={vote.language}>
                {title}
                {text && <span className="mv-note"> {text}</span>}
              </span>
              <Button
                variant="secondary"
                size="sm"
                onClick={() => put([...ranked, key], key)}
                aria-label={t('ranking.add', { option: title, place: ranked.length + 1 })}
              >
                {t('ranking.place')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p className="ds-sr-only" role="status">
        {said}
      </p>
    </fieldset>
  );
}
