import type { Schema } from '@medvind/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Button } from '../../../ui/button.js';
import { Link } from '../../../ui/link.js';
import { fetchContributions } from '../api/contributions.js';
import { TypeTag } from './marks.js';

/** What residents said under a theme, each leading to where it was said. */
export function Contributions({ theme }: { theme: Schema<'ThemeView'> }) {
  const { t } = useTranslation('involvement');
  const { slug } = useMunicipality();
  const client = useQueryClient();
  const [more, setMore] = useState<Schema<'ContributionView'>[]>([]);
  const [next, setNext] = useState(theme.nextContributions);
  const { act, busy } = useAction(async () => {
    const page = await fetchContributions(client, slug, theme.id, next!);
    setMore([...more, ...page.items]);
    setNext(page.next);
  });
  const items = [...theme.contributions, ...more];
  if (items.length === 0) return <p className="mv-note">{t('themes.nothing')}</p>;
  return (
    <>
      <ul className="mv-quotes">
        {items.map(({ id, reference, text, language, path, type }) => (
          <li key={id}>
            <blockquote lang={language}>{text}</blockquote>
            <p className="mv-quotes-foot">
              <Link to={`/${slug}/${path}`}>{reference}</Link>
              {type && <TypeTag type={type} />}
            </p>
          </li>
        ))}
      </ul>
      {next && (
        <div>
          <Button
            variant="tertiary"
            size="sm"
            busy={busy}
            onClick={act}
            aria-label={t('themes.moreOf', { theme: theme.title })}
          >
            {t('themes.more')}
          </Button>
        </div>
      )}
    </>
  );
}
