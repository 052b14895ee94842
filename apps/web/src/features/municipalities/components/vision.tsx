import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Prose } from '../../../ui/prose.js';

/** Where all goals lead. */
export function Vision() {
  const { t } = useTranslation('municipalities');
  const { language, visionTitle, visionText } = useMunicipality();
  if (!visionTitle) return null;
  return (
    <section className="mv-vision" aria-labelledby="vision">
      <h2 className="mv-kicker" id="vision">
        {t('front.vision')}
      </h2>
      <p className="mv-vision-title" lang={language}>
        {visionTitle}
      </p>
      {visionText && <Prose text={visionText} lang={language} />}
    </section>
  );
}
