import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { LinkButton } from '../../ui/button.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { Prose } from '../../ui/prose.js';
import { processQuery } from './api/process.js';
import { Facts } from './components/facts.js';
import { Frame } from './components/frame.js';
import { StateTag } from './components/marks.js';
import { PromiseBox } from './components/promise-box.js';
import { Themes } from './components/themes.js';
import { Timeline } from './components/timeline.js';

export const load = ({ params, get }: LoadContext) =>
  get(processQuery(params.municipality!, params.processId!));

/** @param follow from another feature: a way to hear of it */
export default function ProcessPage({ follow }: { follow?: ReactNode }) {
  const { t } = useTranslation('involvement');
  const { processId } = useParams();
  const { slug, language } = useMunicipality();
  const path = usePath();
  const process = useSuspenseQuery(processQuery(slug, processId!)).data;
  return (
    <Page
      title={process.title}
      titleLang={language}
      description={process.purpose}
      lead={<p lang={language}>{process.purpose}</p>}
      breadcrumbs={[{ label: t('back'), to: path('processes') }]}
      kicker={
        <>
          <StateTag state={process.state} /> {t(`kind.${process.kind}`)}
        </>
      }
      actions={
        <>
          {follow}
          {process.can.manage && (
            <LinkButton variant="secondary" to={path('staff', 'processes', process.id)}>
              {t('work')}
            </LinkButton>
          )}
        </>
      }
    >
      <PromiseBox level={process.level} />
      <Frame question={process.question} fixedFrame={process.fixedFrame} />
      {process.goals.length > 0 && (
        <section aria-labelledby="join" className="mv-involve-section">
          <h2 className="ds-heading" data-size="sm" id="join">
            {process.state === 'closed' ? t('join.closed') : t('join.title')}
          </h2>
          {process.state !== 'closed' && <p className="mv-note">{t('join.text')}</p>}
          <ul className="mv-goal-links">
            {process.goals.map(({ id, number, title, policyTitle }) => (
              <li key={id} lang={language}>
                <Link to={path('goals', id)}>{[number, title].filter(Boolean).join(' ')}</Link>
                <span className="mv-note">{policyTitle}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Timeline {...process} />
      <Themes process={process} />
      <Written id="decision" title={t('decision.title')} text={process.decision} />
      <Written id="evaluation" title={t('evaluation.title')} text={process.evaluation} />
      <Facts process={process} />
    </Page>
  );
}

function Written({ id, title, text }: { id: string; title: string; text: string }) {
  const { language } = useMunicipality();
  if (!text) return null;
  return (
    <section aria-labelledby={id} className="mv-involve-section">
      <h2 className="ds-heading" data-size="sm" id={id}>
        {title}
      </h2>
      <Prose text={text} lang={language} />
    </section>
  );
}
