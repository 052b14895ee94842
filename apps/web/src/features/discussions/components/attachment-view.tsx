import { useTranslation } from '../../../i18n/use-translation.js';
import { Icon } from '../../../ui/icon.js';
import type { Attachment } from '../api/attachment.js';

const PREVIEW_SIDE = 480;

/** A comment's picture, which opens in full, or its document, which is saved. Its place is kept before it has come. */
export function AttachmentView({ attachment, lang }: { attachment: Attachment; lang?: string }) {
  const { t } = useTranslation('discussions');
  const { href, previewHref, fileName, byteSize, alt, width, height } = attachment;
  if (!previewHref || !width || !height)
    return (
      <p className="mv-attachment">
        <a className="ds-link mv-with-icon" href={href} download>
          <Icon name="document" />
          <span>{fileName}</span>
        </a>{' '}
        <span className="mv-note">{t('attachment.document', { size: Math.ceil(byteSize / 1000) })}</span>
      </p>
    );
  const scale = Math.min(1, PREVIEW_SIDE / Math.max(width, height));
  return (
    <p className="mv-attachment">
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
        <span className="ds-sr-only">{t('attachment.open')}</span>
      </a>
    </p>
  );
}
