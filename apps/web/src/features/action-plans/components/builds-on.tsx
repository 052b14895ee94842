import type { Schema } from '@medvind/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Button } from '../../../ui/button.js';
import { Link } from '../../../ui/link.js';
import { ShowMore } from '../../../ui/show-more.js';
import { actionInputsQuery } from '../api/action-inputs.js';

type Action = Schema<'ActionView'>;

/** What residents said that led to an action, each with the way to where it was said. */
export function BuildsOn({ action }: { action: Action }) {
  const { t } = useTranslation('action-plans');
  const { slug } = useMunicipality();
  const [all, setAll] = useState(false);
  const { data, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    ...actionInputsQuery(slug, action.id),
    enabled: all,
  });
  const { background } = action;
  const count = background.comments + background.initiatives;
  const pages = data?.pages.flatMap(({ items }) => items);
  const inputs = all && pages ? pages : background.inputs;
  if (count === 0) return <p className="mv-note">{t('background.none')}</p>;
  return (
    <div className="mv-builds-on">
      <h4 className="mv-builds-on-title">{t('background.title')}</h4>
      <Counts background={background} />
      <ul className="mv-voices">
        {inputs.map((input) => (
          <li key={input.id}>
            <Voice input={input} />
          </li>
        ))}
      </ul>
      {all ? (
        <ShowMore
          next={hasNextPage ? data?.pages.at(-1)?.next : null}
          busy={isFetching}
          onMore={() => void fetchNextPage()}
        />
      ) : (
        count > background.inputs.length && (
          <Button variant="tertiary" size="sm" onClick={() => setAll(true)}>
            {t('background.all', { count })}
          </Button>
        )
      )}
    </div>
  );
}

function Counts({ background: { comments, initiatives, supporters } }: Pick<Action, 'background'>) {
  const { t } = useTranslation('action-plans');
  const { list } = useFormat();
  const counts = [
    comments > 0 && t('background.comments', { count: comments }),
    initiatives > 0 && t('background.initiatives', { count: initiatives }),
    supporters > 0 && t('background.supporters', { count: supporters }),
  ].filter((text) => text !== false);
  return <p>{list(counts)}</p>;
}

function Voice({ input }: { input: Schema<'ActionInputView'> }) {
  const { t } = useTranslation('action-plans');
  const { slug } = useMunicipality();
  const { kind, reference, text, language, path, supporters } = input;
  return (
    <>
      {kind === 'comment' ? (
        <q lang={language}>{text}</q>
      ) : (
        <strong className="mv-voice-title" lang={language}>
          {text}
        </strong>
      )}{' '}
      <span className="mv-nowrap">
        (<Link to={`/${slug}/${path}`}>{reference}</Link>
        {supporters !== null && supporters > 0 && `, ${t('background.supportersOf', { count: supporters })}`})
      </span>
    </>
  );
}
