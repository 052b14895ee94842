import { LANGUAGES } from '@medvind/contracts';
import { useTranslation } from '../i18n/use-translation.js';
import { useLocation } from 'react-router';
import { useMunicipalityIfAny, usePath } from '../lib/municipality.js';
import { Contact } from '../ui/contact.js';
import { Link } from '../ui/link.js';
import { COLOR_SCHEMES, useColorScheme } from './color-scheme.js';

/** Each language is called by its own name: whoever looks for it may read no other. */
const LANGUAGE_NAMES = { da: 'Dansk', sv: 'Svenska', en: 'English' };

const without = <Told extends { unit: string }>(contact: Told, name: string): Told =>
  contact.unit === name ? { ...contact, unit: '' } : contact;

export function Footer() {
  const { t, language } = useTranslation();
  const municipality = useMunicipalityIfAny();
  const path = usePath();
  const { pathname, search } = useLocation();
  return (
    <footer className="mv-footer">
      <div className="mv-footer-bar">
        {municipality && (
          <section aria-labelledby="footer-contact">
            <h2 id="footer-contact">{t('footer.runBy', { name: municipality.name })}</h2>
            {/* The heading has named it. */}
            <Contact contact={without(municipality.contact, municipality.name)} />
          </section>
        )}
        <nav aria-labelledby="footer-about">
          <h2 id="footer-about">{t('footer.about')}</h2>
          <ul>
            {municipality && (
              <>
                <li>
                  <Link to={path('about')}>{t('footer.conduct')}</Link>
                </li>
                <li>
                  <Link to={path('notices', 'new')}>{t('footer.notice')}</Link>
                </li>
                <li>
                  <a
                    className="ds-link"
                    href={municipality.accessibilityStatementUrl ?? path('accessibility')}
                  >
                    {t('footer.accessibility')}
                  </a>
                </li>
              </>
            )}
            <li>
              {/* Another municipality wears another theme and speaks another language: a new document. */}
              <a className="ds-link" href="/">
                {municipality ? t('footer.otherMunicipality') : t('footer.chooseMunicipality')}
              </a>
            </li>
            <li>
              <a className="ds-link" href="/api/docs">
                {t('footer.api')}
              </a>
            </li>
          </ul>
        </nav>
        <section aria-labelledby="footer-language">
          <h2 id="footer-language">{t('footer.language')}</h2>
          <ul>
            {LANGUAGES.map((offered) => (
              <li key={offered}>
                {/* The server keeps the choice and comes back here: it works without a script. */}
                <a
                  className="ds-link"
                  href={`/language/${offered}?to=${encodeURIComponent(pathname + search)}`}
                  lang={offered}
                  hrefLang={offered}
                  aria-current={offered === language ? 'true' : undefined}
                >
                  {LANGUAGE_NAMES[offered]}
                </a>
              </li>
            ))}
          </ul>
        </section>
        <ColorSchemes />
      </div>
    </footer>
  );
}

function ColorSchemes() {
  const { t } = useTranslation();
  const [chosen, choose] = useColorScheme();
  return (
    <fieldset className="mv-schemes">
      <legend>{t('footer.colours')}</legend>
      {COLOR_SCHEMES.map((scheme) => (
        <label key={scheme}>
          <input type="radio" name="scheme" checked={chosen === scheme} onChange={() => choose(scheme)} />
          {t(`scheme.${scheme}`)}
        </label>
      ))}
    </fieldset>
  );
}
