import { useTranslation } from '../../../i18n/use-translation.js';

const STEPS = ['say', 'linked', 'answered', 'planned', 'result'] as const;

/** What becomes of what one says: the promise of the whole service, in five steps. */
export function Loop() {
  const { t } = useTranslation('municipalities');
  return (
    <section aria-labelledby="loop" className="mv-loop">
      <h2 className="ds-heading" data-size="sm" id="loop">
        {t('loop.title')}
      </h2>
      <ol>
        {STEPS.map((step) => (
          <li key={step}>
            <strong>{t(`loop.${step}.title`)}</strong>
            <span>{t(`loop.${step}.text`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
