import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Page } from '../../ui/page.js';
import { Prose } from '../../ui/prose.js';
import { Time } from '../../ui/time.js';
import { appealDecision, decisionQuery } from './api/appeals.js';
import { AppealPanel } from './components/appeal-panel.js';
import { Facts } from './components/facts.js';
import { Judged } from './components/judged.js';
import { decidedOf, ruleOf } from './reasons.js';

export const load = ({ params: { municipality = '', decisionId = '' }, get }: LoadContext) =>
  get(decisionQuery(municipality, decisionId));

/** A decision that concerns the reader, why it was made, and the way to have it looked at again. */
export default function AppealPage() {
  const { t } = useTranslation('redress');
  const { t: reports } = useTranslation('reports');
  const { slug, language } = useMunicipality();
  const path = usePath();
  const { decisionId = '' } = useParams();
  const decision = useSuspenseQuery(decisionQuery(slug, decisionId)).data;
  const { mutateAsync } = useMutation(appealDecision(slug, decisionId));
  const { contribution, what, reason } = decision;
  const rule = ruleOf(decision.reasonCode);
  return (
    <Page
      title={t('decision.title', { reference: contribution?.reference })}
      lead={t(`what.${decidedOf(what)}`)}
      breadcrumbs={[
        { label: t('app:account.mine'), to: path('me') },
        { label: t('own.title'), to: path('me', 'decisions') },
      ]}
      width="text"
      hidden
    >
      {contribution && <Judged contribution={contribution} />}
      <Facts
        items={{
          [t('decision.rule')]: rule && reports(`reasons.${rule}`),
          [t('decision.reason')]: reason && <Prose text={reason} lang={language} />,
          [t('decision.at')]: <Time at={decision.decidedAt} style="moment" />,
        }}
      />
      <AppealPanel appealable={decision} onAppeal={(body) => mutateAsync(body)} />
    </Page>
  );
}
