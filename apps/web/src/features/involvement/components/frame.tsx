import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Icon } from '../../../ui/icon.js';
import { Prose } from '../../../ui/prose.js';

/** What can be influenced and what cannot, side by side. */
export function Frame({ question, fixedFrame }: { question: string; fixedFrame: string }) {
  const { t } = useTranslation('involvement');
  const { language } = useMunicipality();
  return (
    <section aria-labelledby="frame" className="mv-involve-section">
      <h2 className="ds-heading" data-size="sm" id="frame">
        {t('frame.title')}
      </h2>
      <div className="mv-frame">
        <div className="mv-frame-part" data-open={question ? true : undefined}>
          <h3 className="mv-frame-head">
            <Icon name={question ? 'comment' : 'info'} /> {t('frame.can')}
          </h3>
          {question ? <Prose text={question} lang={language} /> : <p>{t('frame.nothing')}</p>}
        </div>
        <div className="mv-frame-part">
          <h3 className="mv-frame-head">
            <Icon name="lock" /> {t('frame.cannot')}
          </h3>
          <Prose text={fixedFrame} lang={language} />
        </div>
      </div>
    </section>
  );
}
