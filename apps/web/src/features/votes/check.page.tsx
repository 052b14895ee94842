import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useForm } from '../../lib/form.js';
import { useFormat } from '../../lib/format.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Alert } from '../../ui/alert.js';
import { Details } from '../../ui/details.js';
import { Form } from '../../ui/form.js';
import { Page } from '../../ui/page.js';
import { TextArea } from '../../ui/text-area.js';
import { checkMutation } from './api/proof.js';
import { voteQuery } from './api/vote.js';
import type { Finding } from './receipt.check.js';

export const load = async ({ params: { municipality = '', voteId }, get }: LoadContext) => {
  if (voteId) await get(voteQuery(municipality, voteId));
};

/** Whether one's ballot is in the ledger as it was cast; worked out here, in the browser. */
export default function CheckPage() {
  const { t } = useTranslation('votes');
  const { voteId = '' } = useParams();
  const { t: say } = useTranslation();
  const { slug } = useMunicipality();
  const path = usePath();
  // Support for an initiative has a receipt too, and no page of its own to check it on.
  const vote = useQuery({ ...voteQuery(slug, voteId), enabled: voteId !== '' }).data;
  const { mutateAsync } = useMutation(checkMutation(slug));
  const [found, setFound] = useState<Finding | null>(null);
  const answer = useRef<HTMLDivElement>(null);
  const form = useForm({
    initial: { receipt: '' },
    submit: ({ receipt }) => mutateAsync(receipt),
    done: (finding) => {
      setFound(finding);
      answer.current?.focus();
    },
  });
  return (
    <Page
      title={t('check.title')}
      lead={t('check.lead')}
      width="text"
      hidden
      breadcrumbs={
        vote
          ? [
              { label: t('title'), to: path('votes') },
              { label: vote.question, to: path('votes', voteId) },
            ]
          : [{ label: say('nav.initiatives'), to: path('initiatives') }]
      }
    >
      <Form form={form} submit={t('check.do')}>
        <TextArea {...form.field('receipt', t('check.receipt'))} hint={t('check.hint')} rows={5} />
      </Form>
      <div ref={answer} tabIndex={-1}>
        {found && <Answer found={found} boxId={vote?.boxId ?? null} />}
      </div>
      <Details summary={t('check.howTitle')}>
        <p>{t('check.how1')}</p>
        <p>{t('check.how2')}</p>
        <p>{t('check.how3')}</p>
        <p>
          <code className="mv-receipt">npm run -s medvind -- verify-ballots FILE --receipt …</code>
        </p>
      </Details>
    </Page>
  );
}

function Answer({ found, boxId }: { found: Finding; boxId: string | null }) {
  const { t } = useTranslation('votes');
  const { date, number } = useFormat();
  const { receipt, checkpoint, steps } = found;
  const isGood = found.is === 'counted' || found.is === 'replaced' || found.is === 'kept';
  return (
    <Alert
      live
      tone={isGood ? 'success' : found.is === 'waiting' || found.is === 'unable' ? 'info' : 'danger'}
      title={t(`check.is.${found.is}`)}
    >
      <p>{t(`check.means.${found.is}`)}</p>
      {receipt && boxId !== null && receipt.box !== boxId && <p>{t('check.otherVote')}</p>}
      {receipt && (
        <p suppressHydrationWarning>
          {t('check.cast', { at: date(receipt.at, 'moment'), n: number(receipt.index + 1) })}
        </p>
      )}
      {checkpoint && isGood && (
        <p suppressHydrationWarning>
          {t('check.under', {
            size: number(checkpoint.size),
            at: date(checkpoint.at, 'moment'),
            steps: number(steps ?? 0),
          })}
        </p>
      )}
    </Alert>
  );
}
