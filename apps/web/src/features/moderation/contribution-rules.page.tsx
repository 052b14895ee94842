import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from '../../i18n/use-translation.js';
import { useFormat } from '../../lib/format.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Details } from '../../ui/details.js';
import { Heading } from '../../ui/heading.js';
import { LinkButton } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { ShowMore } from '../../ui/show-more.js';
import { contributionRulesQuery, contributionRulesVersionsQuery } from './api/contribution-rules.js';
import { RuleSentences } from './components/rule-sentences.js';
import { RulesForm } from './components/rules-form.js';

export const load = ({ params: { municipality = '' }, get, getPages }: LoadContext) =>
  Promise.all([
    get(contributionRulesQuery(municipality)),
    getPages(contributionRulesVersionsQuery(municipality)),
  ]);

/** What happens to a contribution before anybody has looked at it; administrators change it, moderators read it. */
export default function ContributionRulesPage() {
  const { t } = useTranslation('contribution-rules');
  const { t: administration } = useTranslation('administration');
  const { t: moderation } = useTranslation('moderation');
  const { slug } = useMunicipality();
  const path = usePath();
  const rules = useSuspenseQuery(contributionRulesQuery(slug)).data;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="text"
      breadcrumbs={[
        rules.can.change
          ? { label: administration('title'), to: path('admin') }
          : { label: moderation('queue.title'), to: path('moderation') },
      ]}
      hidden
      actions={
        <LinkButton to={path('moderation', 'traces')} variant="secondary">
          {t('traces.title')}
        </LinkButton>
      }
    >
      <section className="mv-panel" aria-labelledby="now">
        <Heading level={2} size="xs" id="now">
          {t('now')}
        </Heading>
        <RuleSentences rules={rules} />
        <p className="mv-note">{t('except')}</p>
      </section>
      {rules.can.change && (
        <section className="mv-section" aria-labelledby="change">
          <Heading level={2} id="change">
            {t('change')}
          </Heading>
          {/* What one chose for an older version is not what one would choose now. */}
          <RulesForm key={rules.version} rules={rules} />
        </section>
      )}
      <Versions />
    </Page>
  );
}

function Versions() {
  const { t } = useTranslation('contribution-rules');
  const { date } = useFormat();
  const { slug } = useMunicipality();
  const { data, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(
    contributionRulesVersionsQuery(slug),
  );
  const versions = data.pages.flatMap(({ items }) => items);
  return (
    <section className="mv-section" aria-labelledby="versions">
      <Heading level={2} id="versions">
        {t('versions.title')}
      </Heading>
      <p>{versions.length === 0 ? t('versions.none') : t('versions.text')}</p>
      {versions.map((rules) => (
        <Details
          key={rules.version}
          summary={
            <span id={`version-${rules.version}`} suppressHydrationWarning>
              {t('versions.version', { version: rules.version })}
              {' · '}
              {rules.by
                ? t('versions.by', { date: date(rules.at, 'moment'), name: rules.by })
                : date(rules.at, 'moment')}
            </span>
          }
        >
          <RuleSentences rules={rules} />
        </Details>
      ))}
      <ShowMore
        next={data.pages.at(-1)?.next}
        onMore={() => void fetchNextPage()}
        busy={isFetchingNextPage}
      />
    </section>
  );
}
