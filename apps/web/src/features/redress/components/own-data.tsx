import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Button } from '../../../ui/button.js';
import { orderOwnRecord, ownRecordsQuery } from '../api/records.js';
import { MadeRecords } from './made-records.js';

/** Everything the municipality knows of the reader here, as a file of theirs. */
export default function OwnData() {
  const { t } = useTranslation('records');
  const { slug, name } = useMunicipality();
  const { data } = useQuery(ownRecordsQuery(slug));
  const { mutateAsync } = useMutation(orderOwnRecord(slug));
  const order = useAction(() => mutateAsync());
  return (
    <>
      <p>{t('own.lead', { name })}</p>
      <div className="mv-actions">
        <Button variant="secondary" icon="document" busy={order.busy} onClick={order.act}>
          {t('own.order')}
        </Button>
      </div>
      <MadeRecords items={data?.items ?? []} />
    </>
  );
}
