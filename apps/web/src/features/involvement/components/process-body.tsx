import type { Schema } from '@medvind/api-client';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { LinkButton } from '../../../ui/button.js';
import { Link } from '../../../ui/link.js';
import { Page } from '../../../ui/page.js';
import { Prose } from '../../../ui/prose.js';
import { processQuery } from '../api/process.js';
import { Facts } from './facts.js';
import { Frame } from './frame.js';
import { StateTag } from './marks.js';
import { PromiseBox } from './promise-box.js';
import { Themes } from './themes.js';
import { Timeline } from './timeline.js';

interface ProcessBodyProps {
  processId: string;
  /** A way to hear of it. */
  follow?: ReactNode;
  /** What is said of it. */
  discussion?: ReactNode;
  /** What is said of a theme: opened where one asks for it. */
  themeDiscussion?: (theme: Schema<'ThemeView'>) => ReactNode;
}

/** The whole page of a process; `app/pages/process.page.tsx` puts it together with the other features. */
export function ProcessBody({ processId, follow, discussion, themeDiscussion }: ProcessBodyProps) {
  const { t } = useTranslation('involvement');
  const { slug, language } = useMunicipality();
  const path = usePath();
  const process = useSuspenseQuery(processQuery(slug, processId)).data;
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
      <Themes process={process} discussion={themeDiscussion} />
      <Written id="decision" title={t('decision.title')} text={process.decision} />
      <Written id="evaluation" title={t('evaluation.title')} text={process.evaluation} />
      {discussion}
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
