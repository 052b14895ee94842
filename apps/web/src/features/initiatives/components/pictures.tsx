import type { Schema } from '@medvind/api-client';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import type { Initiative } from '../api/initiatives.js';
import { picturesQuery } from '../api/pictures.js';

const PREVIEW_SIDE = 480;

/** What an initiative shows; each opens in full. */
export function Pictures({ initiative, invitation }: { initiative: Initiative; invitation: string | null }) {
  const { slug } = useMunicipality();
  const { items } = useSuspenseQuery(picturesQuery(slug, initiative.id, invitation)).data;
  if (items.length === 0) return null;
  return (
    <ul className="mv-pictures">
      {items.map((picture) => (
        <li key={picture.id}>
          <Picture picture={picture} lang={initiative.language} />
        </li>
      ))}
    </ul>
  );
}

export function Picture({ picture, lang }: { picture: Schema<'PictureView'>; lang?: string }) {
  const { t } = useTranslation('proposing');
  const { href, previewHref, alt, width, height } = picture;
  const scale = Math.min(1, PREVIEW_SIDE / Math.max(width, height));
  return (
    <a href={href} target="_blank" rel="noopener">
      <img
        src={previewHref}
        width={Math.round(width * scale)}
        height={Math.round(height * scale)}
        alt={alt}
        lang={lang}
        loading="lazy"
        decoding="async"
      />
      <span className="ds-sr-only">{t('pictures.open')}</span>
    </a>
  );
}
