import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';
import { usePath } from '../../../lib/municipality.js';
import { Link } from '../../../ui/link.js';
import { Prose } from '../../../ui/prose.js';
import { Time } from '../../../ui/time.js';

/** What a decision is about: quoted, with where it stands and whether it can be read there. */
export function Judged({ contribution }: { contribution: Schema<'JudgedContribution'> }) {
  const { t } = useTranslation('redress');
  const path = usePath();
  const { kind, reference, title, text, language, createdAt, state, author } = contribution;
  return (
    <figure className="mv-judged">
      <figcaption>
        <Link to={`${path()}/${contribution.path}`}>{t(`judged.${kind}`, { reference })}</Link>
        <span className="mv-note">
          {' '}
          {title} · {author && `${author} · `}
          <Time at={createdAt} /> · {t(`judged.state.${state}`)}
        </span>
      </figcaption>
      {text === null ? (
        <p className="mv-note">{t('judged.away')}</p>
      ) : (
        <blockquote className="mv-judged-text">
          <Prose text={text} lang={language} />
        </blockquote>
      )}
    </figure>
  );
}
