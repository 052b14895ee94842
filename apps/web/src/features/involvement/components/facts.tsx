import type { Schema } from '@medvind/api-client';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Details } from '../../../ui/details.js';
import { Prose } from '../../../ui/prose.js';
import { Table } from '../../../ui/table.js';

/** Everything else the record holds, in plain words. */
export function Facts({ process }: { process: Schema<'ProcessView'> }) {
  const { t } = useTranslation('involvement');
  const { date, list, number } = useFormat();
  const { language } = useMunicipality();
  const { decides, decidesOn } = process;
  const facts: [string, ReactNode][] = [
    [t('facts.service'), process.service],
    [
      t('facts.decides'),
      decides && decidesOn ? t('facts.decidesOn', { body: decides, date: date(decidesOn) }) : decides,
    ],
    [t('facts.targetGroups'), process.targetGroups.length ? list(process.targetGroups) : ''],
    [t('facts.outreach'), process.outreach],
    [t('facts.methods'), process.methods.length ? list(process.methods) : ''],
    [t('facts.owner'), process.ownerUnit?.name],
    [t('facts.team'), process.team],
    [t('facts.caseNumber'), process.caseNumber],
  ];
  const shown = facts.filter(([, value]) => value);
  const told = (value: number | null) => (value === null ? t('participants.unknown') : number(value));
  return (
    <section aria-labelledby="facts" className="mv-involve-section">
      <h2 className="ds-heading" data-size="sm" id="facts">
        {t('facts.title')}
      </h2>
      {shown.length > 0 && (
        <dl className="mv-process-facts">
          {shown.map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd lang={language}>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {process.participants.length > 0 && (
        <Table
          caption={t('participants.title')}
          rows={process.participants}
          rowKey={({ group }) => group}
          columns={[
            { key: 'group', head: t('participants.group'), cell: ({ group }) => group },
            {
              key: 'actual',
              head: t('participants.actual'),
              cell: ({ actual }) => told(actual),
              numeric: true,
            },
            {
              key: 'target',
              head: t('participants.target'),
              cell: ({ target }) => (target === null ? '–' : number(target)),
              numeric: true,
            },
          ]}
        />
      )}
      {process.background && (
        <Details summary={t('background.title')}>
          <Prose text={process.background} lang={language} />
        </Details>
      )}
    </section>
  );
}
