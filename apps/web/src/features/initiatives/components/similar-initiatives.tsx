import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { Link } from '../../../ui/link.js';
import { similarGoalsQuery, similarInitiativesQuery, type Typed } from '../api/similar-initiatives.js';
import { StateTag } from './state-tag.js';
import { SupportProgress } from './support-progress.js';

const REST_MS = 500;
const SHORTEST = 4;

/** What is there already, found while one types; spoken when the fingers rest. */
export function SimilarInitiatives(typed: Typed) {
  const { t } = useTranslation('initiatives');
  const { slug } = useMunicipality();
  const path = usePath();
  const { title, text, goalId } = useRested(typed);
  const asks = title.trim().length >= SHORTEST;
  const asked = { title: title.trim().slice(0, 300), text: text.slice(0, 600), goalId };
  const { data } = useQuery({ ...similarInitiativesQuery(slug, asked), enabled: asks });
  const { data: near } = useQuery({ ...similarGoalsQuery(slug, asked), enabled: asks });
  const items = asks ? (data?.items ?? []) : [];
  const goals = asks ? (near?.items ?? []) : [];
  return (
    <>
      <p className="ds-sr-only" role="status">
        {asks && data
          ? [
              t('similar.spoken', { count: items.length }),
              goals.length > 0 && t('similar.goalsSpoken', { count: goals.length }),
            ]
              .filter(Boolean)
              .join('. ')
          : ''}
      </p>
      {items.length > 0 && (
        <section className="mv-similar mv-flow" aria-labelledby="similar">
          <h2 className="ds-heading" data-size="2xs" id="similar">
            {t('similar.title')}
          </h2>
          <p className="mv-note">{t('similar.hint')}</p>
          <ul>
            {items.map((initiative) => (
              <li key={initiative.id}>
                {/* A new window: what is being written stays in this one. */}
                <Link to={path('initiatives', initiative.id)} target="_blank" lang={initiative.language}>
                  {initiative.title}
                </Link>
                <span className="ds-sr-only"> ({t('similar.newWindow')})</span>
                <StateTag initiative={initiative} />
                {initiative.outcome && <p className="mv-note">{t(`answer.outcome.${initiative.outcome}`)}</p>}
                <SupportProgress initiative={initiative} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {goals.length > 0 && (
        <section className="mv-similar mv-flow" aria-labelledby="similar-goals">
          <h2 className="ds-heading" data-size="2xs" id="similar-goals">
            {t('similar.goals')}
          </h2>
          <p className="mv-note">{t('similar.goalsHint')}</p>
          <ul>
            {goals.map(({ id, title: name, policy, language }) => (
              <li key={id} lang={language}>
                <Link to={path('goals', id)} target="_blank">
                  {name}
                </Link>
                <span className="ds-sr-only"> ({t('similar.newWindow')})</span>
                <span className="mv-note">{policy}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function useRested({ title, text, goalId }: Typed): Typed {
  const [rested, setRested] = useState({ title: '', text: '' });
  useEffect(() => {
    const timer = setTimeout(() => setRested({ title, text }), REST_MS);
    return () => clearTimeout(timer);
  }, [title, text]);
  return { ...rested, goalId };
}
