import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality } from '../../lib/municipality.js';
import { Contact } from '../../ui/contact.js';
import { Heading } from '../../ui/heading.js';
import { Page } from '../../ui/page.js';

/** Who sees to it that public services can be used by all, by the language of the country. */
const AUTHORITIES = {
  da: 'https://digst.dk/digital-inklusion/webtilgaengelighed/oplever-du-ikke-tilgaengeligt-indhold/',
  sv: 'https://www.digg.se/tdosanmalan',
};

const DONE = ['keyboard', 'reader', 'zoom', 'contrast', 'script', 'language'] as const;
const KNOWN = ['residents', 'files', 'api', 'review'] as const;

/** Says how things are with the service itself; a municipality with a statement of its own links to that. */
export default function AccessibilityPage() {
  const { t } = useTranslation('accessibility');
  const { name, language, contact, accessibilityStatementUrl } = useMunicipality();
  return (
    <Page title={t('title')} lead={t('lead', { name })} width="text">
      {accessibilityStatementUrl && (
        <p className="mv-panel">
          <a className="ds-link" href={accessibilityStatementUrl}>
            {t('own', { name })}
          </a>
        </p>
      )}
      <section className="mv-flow" aria-labelledby="conformance">
        <Heading level={2} id="conformance">
          {t('conformance.title')}
        </Heading>
        <p>{t('conformance.text')}</p>
        <ul className="ds-list">
          {DONE.map((key) => (
            <li key={key}>{t(`done.${key}`)}</li>
          ))}
        </ul>
      </section>
      <section className="mv-flow" aria-labelledby="known">
        <Heading level={2} id="known">
          {t('known.title')}
        </Heading>
        <ul className="ds-list">
          {KNOWN.map((key) => (
            <li key={key}>{t(`known.${key}`)}</li>
          ))}
        </ul>
      </section>
      <section className="mv-flow" aria-labelledby="report">
        <Heading level={2} id="report">
          {t('report.title')}
        </Heading>
        <p>{t('report.text', { name })}</p>
        <Contact contact={contact} className="mv-panel mv-address" />
        {!contact.phone && !contact.email && <p>{t('report.missing', { name })}</p>}
        <p>{t('report.otherwise')}</p>
      </section>
      <section className="mv-flow" aria-labelledby="authority">
        <Heading level={2} id="authority">
          {t('authority.title')}
        </Heading>
        <p>{t(`authority.${language}.text`)}</p>
        <p>
          <a className="ds-link" href={AUTHORITIES[language]}>
            {t(`authority.${language}.link`)}
          </a>
        </p>
      </section>
    </Page>
  );
}
