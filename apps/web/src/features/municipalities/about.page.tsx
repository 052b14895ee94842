import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import { Conduct } from '../../ui/conduct.js';
import { Contact } from '../../ui/contact.js';
import { Heading } from '../../ui/heading.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';

export default function AboutPage() {
  const { t } = useTranslation('municipalities');
  const { name, language, contact, ladder, accessibilityStatementUrl } = useMunicipality();
  const path = usePath();
  return (
    <Page title={t('about.title')} lead={t('about.lead', { name })} width="text">
      <section className="mv-flow" aria-labelledby="who">
        <Heading level={2} id="who">
          {t('about.who')}
        </Heading>
        <p>{t('about.whoText', { name })}</p>
        <Contact contact={contact} className="mv-panel mv-address" />
      </section>
      <section className="mv-flow" aria-labelledby="conduct">
        <Heading level={2} id="conduct">
          {t('about.conduct')}
        </Heading>
        <p>{t('about.conductText')}</p>
        <Conduct />
      </section>
      {ladder.length > 0 && (
        <section className="mv-flow" aria-labelledby="ladder">
          <Heading level={2} id="ladder">
            {t('about.ladder')}
          </Heading>
          <p>{t('about.ladderText')}</p>
          <dl className="mv-ladder">
            {ladder.map((step) => (
              <div key={step.key} lang={step.language ?? language}>
                <dt>{step.name}</dt>
                <dd>{step.promise}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <section className="mv-flow" aria-labelledby="visible">
        <Heading level={2} id="visible">
          {t('about.visible')}
        </Heading>
        <p>{t('about.visibleText')}</p>
        <p>
          <Link to={path('transparency')}>{t('about.transparency')}</Link>
        </p>
      </section>
      <section className="mv-flow" aria-labelledby="accessible">
        <Heading level={2} id="accessible">
          {t('about.accessible')}
        </Heading>
        <p>{t('about.accessibleText')}</p>
        <p>
          <a className="ds-link" href={accessibilityStatementUrl ?? path('accessibility')}>
            {t('about.accessibleLink')}
          </a>
        </p>
      </section>
    </Page>
  );
}
