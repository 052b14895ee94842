import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from '../../i18n/use-translation.js';
import { ApiProblem } from '../../lib/api-problem.js';
import { useFormat } from '../../lib/format.js';
import { useMunicipality } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { sessionQuery } from '../../lib/session.js';
import { Alert } from '../../ui/alert.js';
import { Heading } from '../../ui/heading.js';
import { Page } from '../../ui/page.js';
import { ruleQuery } from './api/rule.js';
import { presetsQuery, untouchedQuery } from './api/scheme.js';
import { RuleForm } from './components/rule-form.js';
import { SchemeSentences } from './components/scheme-sentences.js';

export const load = async ({ params, get }: LoadContext) => {
  const [rule, { person }] = await Promise.all([
    get(ruleQuery(params.municipality ?? '')),
    get(sessionQuery()),
  ]);
  if (rule.can.change)
    return Promise.all([
      get(presetsQuery(params.municipality ?? '')),
      get(untouchedQuery(params.municipality ?? '')),
    ]);
  throw new ApiProblem(
    person ? { code: 'not-allowed', status: 403 } : { code: 'not-signed-in', status: 401 },
  );
};

export default function RulePage() {
  const { t } = useTranslation('initiative-rule');
  const { slug } = useMunicipality();
  const rule = useSuspenseQuery(ruleQuery(slug)).data;
  return (
    <Page title={t('title')} lead={t('lead')} hidden>
      <CurrentRule />
      {rule.can.change && (
        <section className="mv-section" aria-labelledby="change">
          <Heading level={2} id="change">
            {t('change')}
          </Heading>
          <RuleForm rule={rule} />
        </section>
      )}
    </Page>
  );
}

function CurrentRule() {
  const { t } = useTranslation('initiative-rule');
  const { date } = useFormat();
  const { slug } = useMunicipality();
  const { version, since, scheme, deadlineNow } = useSuspenseQuery(ruleQuery(slug)).data;
  if (scheme === null) return <Alert tone="warning">{t('none')}</Alert>;
  return (
    <section className="mv-panel" aria-labelledby="now">
      <Heading level={2} size="xs" id="now">
        {t('now')}: {scheme.name}
      </Heading>
      <SchemeSentences scheme={scheme} brief />
      {deadlineNow === null && <Alert tone="warning">{t('closed')}</Alert>}
      {since && (
        <p className="mv-note" suppressHydrationWarning>
          {t('version', { version, date: date(since) })}
        </p>
      )}
    </section>
  );
}
