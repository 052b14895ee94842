import { Link } from 'react-router';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Icon, type IconName } from '../../../ui/icon.js';
import type { Found } from '../api/search.js';

const ICONS: Record<Found['kind'], IconName> = {
  policy: 'document',
  goal: 'flag',
  initiative: 'plus',
  comment: 'comment',
  process: 'time',
  plan: 'document',
  action: 'check',
};

/** What was found, with the words around it. */
export function FoundItem({ found }: { found: Found }) {
  const { t } = useTranslation('search');
  const { slug, language: own } = useMunicipality();
  const { kind, reference, title, context, excerpt, language, path } = found;
  const isComment = kind === 'comment';
  return (
    <article className="mv-found">
      <p className="mv-kicker">
        <Icon name={ICONS[kind]} />
        {t(`kind.${kind}`)}
        {reference && ` ${reference}`}
      </p>
      <h2 className="ds-heading" data-size="2xs">
        <Link
          className="mv-card-link"
          to={`/${slug}/${path}`}
          // A comment bears the name of what it stands under.
          lang={isComment ? own : language}
        >
          {isComment ? context : title}
        </Link>
      </h2>
      {excerpt.length > 0 && (
        <p lang={language}>
          {excerpt.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text))}
        </p>
      )}
      {!isComment && context && (
        <p className="mv-note" lang={own}>
          {context}
        </p>
      )}
    </article>
  );
}
