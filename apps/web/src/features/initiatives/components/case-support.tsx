import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { Heading } from '../../../ui/heading.js';
import { Table } from '../../../ui/table.js';
import type { Case } from '../api/cases.js';

/** Where support came from, as the council is told it; small numbers are kept back before they come here. */
export function CaseSupport({ file: { support } }: { file: Case }) {
  const { t } = useTranslation('initiative-cases');
  const { number } = useFormat();
  const { all, online, paper, notStated, districts } = support;
  const byDistrict = districts.length > 0;
  const rows = [
    ...districts.map(({ name, count }, at) => ({ key: `district-${at}`, name, count })),
    ...(byDistrict ? [{ key: 'notStated', name: t('support.notStated'), count: notStated }] : []),
    { key: 'online', name: t('support.online'), count: online },
    { key: 'paper', name: t('support.paper'), count: paper },
    { key: 'all', name: t('support.all'), count: all },
  ];
  return (
    <section className="mv-flow" aria-labelledby="support">
      <Heading level={2} size="xs" id="support">
        {t('support.title')}
      </Heading>
      <Table
        caption={t('support.caption')}
        columns={[
          { key: 'where', head: t('support.where'), cell: ({ name }) => name },
          {
            key: 'count',
            head: t('support.count'),
            cell: ({ count }) => (count === null ? <em>{t('support.hidden')}</em> : number(count)),
            numeric: true,
          },
        ]}
        rows={rows}
        rowKey={({ key }) => key}
      />
      {byDistrict && <p className="mv-note">{t('support.when')}</p>}
      {rows.some(({ count }) => count === null) && <p className="mv-note">{t('support.hiddenWhy')}</p>}
    </section>
  );
}
