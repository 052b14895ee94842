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
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { TextArea } from '../../ui/text-area.js';
import { ballotKeysQuery, boxQuery, checkMutation } from './api/proof.js';
import { voteQuery } from './api/vote.js';
import { Said } from './components/said.js';
import type { Finding } from './receipt.check.js';

export const load = async ({ params: { municipality = '', voteId }, get }: LoadContext) => {
  const [vote] = await Promise.all([
    voteId ? get(voteQuery(municipality, voteId)) : null,
    get(ballotKeysQuery(municipality)),
  ]);
  if (vote?.boxId) await get(boxQuery(municipality, vote.boxId));
};

/** Whether one's ballot is in the ledger as it was cast; worked out here, in the browser. */
export default function CheckPage() {
  const { t } = useTranslation('votes');
  const { voteId = '' } = useParams();
  const { slug } = useMunicipality();
  const path = usePath();
  // Support for an initiative has a receipt too, and no page of its own to check it on.
  const vote = useQuery({ ...voteQuery(slug, voteId), enabled: voteId !== '' }).data;
  const boxId = vote?.boxId ?? null;
  const keys = useQuery(ballotKeysQuery(slug)).data?.publicKeys ?? [];
  const box = useQuery({ ...boxQuery(slug, boxId ?? ''), enabled: boxId !== null }).data;
  const { mutateAsync } = useMutation(checkMutation(slug, boxId, keys));
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
      title={t(voteId ? 'check.title' : 'check.anyTitle')}
      lead={t(voteId ? 'check.lead' : 'check.anyLead')}
      width="text"
      hidden
      // What it is about is not known yet: a vote, or support for an initiative.
      {...(vote && {
        breadcrumbs: [
          { label: t('title'), to: path('votes') },
          { label: vote.question, to: path('votes', voteId) },
        ],
      })}
    >
      <Form form={form} submit={t('check.do')}>
        <TextArea {...form.field('receipt', t('check.receipt'))} hint={t('check.hint')} rows={5} />
      </Form>
      <div ref={answer} tabIndex={-1}>
        {found && <Answer found={found} language={vote?.language} />}
      </div>
      <Details summary={t('check.howTitle')}>
        <p>{t('check.how1')}</p>
        <p>{t('check.how2')}</p>
        {found?.steps !== undefined && <p>{t('check.path', { count: found.steps })}</p>}
        <p>{t('check.how3')}</p>
        <p>
          <code className="mv-receipt">
            npm run -s medvind -- verify-ballots FILE --key {box?.publicKey ?? keys[0] ?? '…'} --receipt …
          </code>
        </p>
        <p>{t('check.key', { count: keys.length })}</p>
        <ul>
          {keys.map((key) => (
            <li key={key}>
              <code className="mv-receipt">{key}</code>
            </li>
          ))}
        </ul>
        <p>{t('check.keyHow')}</p>
      </Details>
    </Page>
  );
}

const GOOD = new Set<Finding['is']>(['counted', 'replaced', 'taken-back', 'withdrawn', 'kept']);

/** Nobody need be alarmed. */
const HARMLESS = new Set<Finding['is']>([
  'unopened',
  'waiting',
  'withdrawal-waiting',
  'unable',
  'other-vote',
  'elsewhere',
  'not-a-receipt',
]);

/** What has words of its own for support. */
const OF_SUPPORT = [
  'counted',
  'withdrawn',
  'replaced',
  'taken-back',
  'waiting',
  'withdrawal-waiting',
  'changed',
  'missing',
] as const;

function Answer({ found, language }: { found: Finding; language: string | undefined }) {
  const { t } = useTranslation('votes');
  const { date, number } = useFormat();
  const path = usePath();
  const { receipt, checkpoint, said, asked } = found;
  // Whoever said against an initiative did not support it.
  const isSupport = found.isSupport && asked?.kind !== 'for-against';
  const support = isSupport && OF_SUPPORT.find((one) => one === found.is);
  const isGood = GOOD.has(found.is);
  return (
    <Alert
      live
      tone={isGood ? 'success' : HARMLESS.has(found.is) ? 'info' : 'danger'}
      title={support ? t(`check.support.is.${support}`) : t(`check.is.${found.is}`)}
    >
      <p>{support ? t(`check.support.means.${support}`) : t(`check.means.${found.is}`)}</p>
      {found.is === 'other-vote' && (
        <p>
          <Link to={path('check')}>{t('check.anyTitle')}</Link>
        </p>
      )}
      {found.isCalledOff && found.is !== 'kept' && <p>{t('check.calledOff')}</p>}
      {/* That it is support the title says already. */}
      {said && said !== 'support' && asked && found.is !== 'changed' && (
        <Said vote={{ ...asked, language }} choice={said} label={t('check.says')} />
      )}
      {receipt && (
        <p suppressHydrationWarning>
          {t('check.cast', { at: date(receipt.at, 'moment'), n: number(receipt.index + 1) })}
        </p>
      )}
      {checkpoint && isGood && (
        <p suppressHydrationWarning>
          {t('check.under', { count: checkpoint.size, at: date(checkpoint.at, 'moment') })}
        </p>
      )}
    </Alert>
  );
}
