import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Alert } from '../../ui/alert.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { Prose } from '../../ui/prose.js';
import { Time } from '../../ui/time.js';
import { appealDecision, decisionQuery } from './api/appeals.js';
import { statementQuery } from './api/statement.js';
import { AppealPanel } from './components/appeal-panel.js';
import { Facts } from './components/facts.js';
import { Judged } from './components/judged.js';
import { decidedOf, ruleOf } from './reasons.js';

export const load = async ({ params, get }: LoadContext) => {
  const { municipality = '', statementId = '' } = params;
  const { decisionId } = await get(statementQuery(municipality, statementId));
  // Moderators can read it too, and have nothing to appeal.
  if (decisionId) await get(decisionQuery(municipality, decisionId)).catch(() => undefined);
};

/** The statement of reasons: what was decided, by which rule or law, on which facts, by whom or what, and the way on. */
export default function StatementPage() {
  const { t } = useTranslation('redress');
  const { t: reports } = useTranslation('reports');
  const { slug } = useMunicipality();
  const path = usePath();
  const { statementId = '' } = useParams();
  const statement = useSuspenseQuery(statementQuery(slug, statementId)).data;
  const { decisionId, reason, language, law, facts, automatedBy } = statement;
  const decision = useQuery({ ...decisionQuery(slug, decisionId ?? ''), enabled: decisionId !== null }).data;
  const { mutateAsync } = useMutation(appealDecision(slug, decisionId ?? ''));
  const rule = ruleOf(statement.reasonCode);
  return (
    <Page
      title={t(`what.${decidedOf(statement.action)}`)}
      lead={[statement.reference, statement.title].filter(Boolean).join(' · ')}
      breadcrumbs={[
        { label: t('app:account.mine'), to: path('me') },
        { label: t('own.title'), to: path('me', 'decisions') },
      ]}
      width="text"
      hidden
    >
      {statement.undone && (
        <Alert tone="success">
          <p>{t('statement.undone')}</p>
        </Alert>
      )}
      <Facts
        items={{
          [t('decision.rule')]: rule && reports(`reasons.${rule}`),
          [t('statement.law')]: law,
          [t('statement.title')]: <Prose text={reason} lang={language} />,
          [t('statement.facts')]: facts && <Prose text={facts} lang={language} />,
          [t('statement.source')]: t(`statement.sources.${statement.source}`),
          [t('statement.automated')]: automatedBy ? t('statement.byRule') : t('statement.byPerson'),
          [t('decision.at')]: <Time at={statement.decidedAt} style="moment" />,
        }}
      />
      {decision?.contribution ? (
        <Judged contribution={decision.contribution} />
      ) : (
        statement.path && (
          <p>
            <Link to={`${path()}/${statement.path}`}>{t('statement.gone')}</Link>
          </p>
        )
      )}
      {decision && <AppealPanel appealable={decision} onAppeal={(body) => mutateAsync(body)} />}
    </Page>
  );
}
