import type { Schema } from '@medvind/api-client';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Blocks } from '../../../ui/blocks.js';
import { Icon } from '../../../ui/icon.js';
import { Contributions } from './contributions.js';
import { OutcomeTag } from './marks.js';
import { Totals } from './totals.js';

interface ThemesProps {
  process: Schema<'ProcessView'>;
  /** What is said of a theme. */
  discussion?: ((theme: Schema<'ThemeView'>) => ReactNode) | undefined;
}

/** Theme by theme: what residents said, and what the municipality answers. */
export function Themes({ process, discussion }: ThemesProps) {
  const { t } = useTranslation('involvement');
  const { date } = useFormat();
  const { language } = useMunicipality();
  const { themes, totals, answeredCount } = process;
  return (
    <section aria-labelledby="themes" className="mv-involve-section">
      <h2 className="ds-heading" data-size="sm" id="themes">
        {t('themes.title')}
      </h2>
      {themes.length === 0 ? (
        <p>{t('themes.none')}</p>
      ) : (
        <p className="mv-note">{t('themes.answered', { done: answeredCount, count: themes.length })}</p>
      )}
      <Totals totals={totals} />
      {themes.map((theme) => (
        <article key={theme.id} className="mv-theme" id={`theme-${theme.id}`}>
          <h3 className="ds-heading" data-size="xs" lang={language}>
            {theme.title}
          </h3>
          <div className="mv-theme-parts">
            <div className="mv-theme-said">
              <h4>{t('themes.said')}</h4>
              <Contributions theme={theme} />
            </div>
            <div className="mv-theme-answer" data-waiting={theme.response ? undefined : true}>
              <h4>{t('themes.answer')}</h4>
              {theme.response ? (
                <>
                  <p>
                    <OutcomeTag outcome={theme.response.outcome} />
                  </p>
                  <Blocks blocks={theme.response.blocks} lang={language} />
                  <p className="mv-note">
                    {t('themes.respondedOn', { date: date(theme.response.respondedAt) })}
                  </p>
                </>
              ) : (
                <p className="mv-theme-waiting">
                  <Icon name="time" /> {t('themes.waiting')}
                </p>
              )}
            </div>
          </div>
          {discussion?.(theme)}
        </article>
      ))}
    </section>
  );
}
