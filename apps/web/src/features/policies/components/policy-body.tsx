import type { Schema } from '@medvind/api-client';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { Alert } from '../../../ui/alert.js';
import { Heading } from '../../../ui/heading.js';
import { Prose } from '../../../ui/prose.js';
import { Table } from '../../../ui/table.js';
import { Tag } from '../../../ui/tag.js';
import { goalsPerLevel } from '../goal-tree.js';
import { ExpiredBanner } from './expired-banner.js';
import { GoalOutline } from './goal-outline.js';
import { useValidity } from './validity.js';

interface PolicyBodyProps {
  policy: Schema<'PolicyView'>;
  comments: ReadonlyMap<string, number>;
  /** Its published action plans, from their own feature. */
  plans?: ReactNode;
}

/** A text of this length is read before the goals; a longer one would hide them. */
const SHORT = 1500;

/** All that a policy says, apart from its title. */
export function PolicyBody({ policy, comments, plans }: PolicyBodyProps) {
  const { t } = useTranslation('policies');
  const { goals, language, text, visionContribution, permitService } = policy;
  const prose = text && (
    <section className="mv-flow" aria-labelledby="text">
      <Heading level={2} id="text">
        {t('text')}
      </Heading>
      <Prose text={text} lang={language} />
    </section>
  );
  return (
    <>
      <ExpiredBanner {...policy} />
      {permitService && (
        <Alert tone="info" title={t('permit.title')}>
          <p>
            {t('permit.text')}{' '}
            <a className="ds-link" href={permitService.url}>
              {permitService.name}
            </a>
          </p>
        </Alert>
      )}
      <Facts policy={policy} />
      {visionContribution && (
        <section className="mv-flow mv-vision" aria-labelledby="vision">
          <Heading level={2} id="vision" size="xs">
            {t('vision')}
          </Heading>
          <Prose text={visionContribution} lang={language} />
        </section>
      )}
      {text.length <= SHORT && prose}
      {goals.length > 0 && (
        <section className="mv-flow" aria-labelledby="goals">
          <Heading level={2} id="goals">
            {t('goals')}
          </Heading>
          <p className="mv-note">{t('goalsHint')}</p>
          <GoalOutline goals={goals} comments={comments} label={t('goals')} lang={language} />
        </section>
      )}
      {plans}
      <NamedPlans policy={policy} />
      <Allocations policy={policy} />
      {text.length > SHORT && prose}
    </>
  );
}

/** When it applies, who adopted it, who answers for it, and how its levels are named. */
function Facts({ policy }: { policy: Schema<'PolicyView'> }) {
  const { t } = useTranslation('policies');
  const { date, number, list } = useFormat();
  const validity = useValidity()(policy);
  const { adoptedBy, adoptedOn, ownerUnit, version, levels, goals, language } = policy;
  const counts = goalsPerLevel(goals);
  const named = levels.map((name, index) => (counts[index] ? `${name} (${number(counts[index])})` : name));
  const adopted = [adoptedBy, adoptedOn && date(adoptedOn)].filter(Boolean).join(', ');
  const facts: [string, string, string?][] = [
    ...(validity ? [[t('facts.validity'), validity] as [string, string]] : []),
    ...(adopted ? [[t('facts.adopted'), adopted] as [string, string]] : []),
    ...(ownerUnit ? [[t('facts.owner'), ownerUnit, language] as [string, string, string]] : []),
    ...(version > 1 ? [[t('facts.version'), number(version)] as [string, string]] : []),
    ...(named.length ? [[t('facts.levels'), list(named), language] as [string, string, string]] : []),
  ];
  if (facts.length === 0) return null;
  return (
    <dl className="mv-facts">
      {facts.map(([name, value, lang]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd lang={lang}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function NamedPlans({ policy: { namedActionPlans, language } }: { policy: Schema<'PolicyView'> }) {
  const { t } = useTranslation('policies');
  if (namedActionPlans.length === 0) return null;
  return (
    <section className="mv-flow" aria-labelledby="named-plans">
      <Heading level={2} id="named-plans" size="xs">
        {t('namedPlans')}
      </Heading>
      <ul className="ds-list">
        {namedActionPlans.map(({ title, combined }) => (
          <li key={title}>
            <span lang={language}>{title}</span> {combined && <Tag>{t('combined')}</Tag>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Allocations({ policy: { allocations, language } }: { policy: Schema<'PolicyView'> }) {
  const { t } = useTranslation('policies');
  const { number } = useFormat();
  if (allocations.length === 0) return null;
  return (
    <Table
      caption={t('allocations.caption')}
      rows={allocations}
      rowKey={({ label, amount, years }) => `${label}${amount}${years}`}
      columns={[
        {
          key: 'label',
          head: t('allocations.label'),
          cell: ({ label }) => <span lang={language}>{label}</span>,
        },
        { key: 'years', head: t('allocations.years'), cell: ({ years }) => yearsOf(years) },
        {
          key: 'amount',
          head: t('allocations.amount'),
          numeric: true,
          cell: ({ amount, currency }) =>
            number(amount, { style: 'currency', currency, maximumFractionDigits: 0 }),
        },
      ]}
    />
  );
}

/** "2016–2018", or each year where some are left out. */
const yearsOf = (years: number[]): string => {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return '–';
  return years.length > 1 && last - first === years.length - 1 ? `${first}–${last}` : years.join(', ');
};
