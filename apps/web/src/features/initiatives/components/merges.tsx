import type { Schema } from '@medvind/api-client';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { lazy, useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Alert } from '../../../ui/alert.js';
import { Button } from '../../../ui/button.js';
import { Link } from '../../../ui/link.js';
import { Optional } from '../../../ui/optional.js';
import type { Initiative } from '../api/initiatives.js';
import { mergesQuery, settleMergeMutation } from '../api/merges.js';

type Merge = Schema<'MergeView'>;

// Staff's, and few of those who read are staff.
const ProposeMerge = lazy(() => import('./propose-merge.js'));

/** What it was merged with, or is asked to be; a link to what was merged leads on, and the original stays readable. */
export function Merges({ initiative }: { initiative: Initiative }) {
  const { t } = useTranslation('merging');
  const { slug } = useMunicipality();
  const [proposing, setProposing] = useState(false);
  const { items, can } = useSuspenseQuery(mergesQuery(slug, initiative.id)).data;
  const came = useLeadsOn(initiative);
  return (
    <>
      {items.map((merge) => (
        <MergeNote key={merge.id} merge={merge} here={initiative.id} came={came} />
      ))}
      {can.propose && (
        <div>
          <Button variant="tertiary" size="sm" onClick={() => setProposing(true)}>
            {t('propose')}
          </Button>
        </div>
      )}
      {proposing && (
        <Optional>
          <ProposeMerge initiativeId={initiative.id} onClose={() => setProposing(false)} />
        </Optional>
      )}
    </>
  );
}

/** Gives the reference of what one came from. */
function useLeadsOn({ mergedInto, reference }: Initiative): string | null {
  const path = usePath();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const on = mergedInto && !search.has('original') ? path('initiatives', mergedInto.id) : null;
  useEffect(() => {
    if (on) void navigate(`${on}?from=${reference}`, { replace: true });
  }, [on, reference, navigate]);
  return search.get('from');
}

function MergeNote({ merge, here, came }: { merge: Merge; here: string; came: string | null }) {
  const { t } = useTranslation('merging');
  const { list } = useFormat();
  const { slug } = useMunicipality();
  const path = usePath();
  const { mutateAsync } = useMutation(settleMergeMutation(slug, merge.id));
  const agree = useAction(() => mutateAsync('agree'));
  const decline = useAction(() => mutateAsync('decline'));
  const undo = useAction(() => mutateAsync('undo'));
  const { from, into, mergedAt, reason, leavesVotes, can } = merge;
  const other = from.id === here ? into : from;
  const title = !mergedAt
    ? 'asked'
    : from.id === here
      ? 'mergedInto'
      : came === from.reference
        ? 'cameFrom'
        : 'holds';
  return (
    <Alert tone="info" title={t(title, { reference: other.reference })}>
      <p>
        <Link
          to={`${path('initiatives', other.id)}${mergedAt && other === from ? '?original' : ''}`}
          lang={other.language}
        >
          {other.title ?? other.reference}
        </Link>
        {other.proposers.length > 0 && `, ${t('by', { name: list(other.proposers) })}`}
      </p>
      <p>{reason}</p>
      {!mergedAt && <p>{t('consequence')}</p>}
      {leavesVotes && (!mergedAt || from.id === here) && (
        <p>{t('leavesVotes', { from: from.reference, into: into.reference })}</p>
      )}
      {mergedAt && from.id === here && !leavesVotes && <p>{t('supportThere')}</p>}
      {!mergedAt && [from, into].some(({ agreed }) => agreed) && (
        <p className="mv-note">{t('agreed', { reference: (from.agreed ? from : into).reference })}</p>
      )}
      {(can.agree || can.decline || can.undo) && (
        <div className="mv-actions">
          {can.agree && (
            <Button size="sm" busy={agree.busy} onClick={agree.act}>
              {t('agree')}
            </Button>
          )}
          {can.decline && (
            <Button size="sm" variant="secondary" busy={decline.busy} onClick={decline.act}>
              {t(can.agree ? 'decline' : 'takeBack')}
            </Button>
          )}
          {can.undo && (
            <Button size="sm" variant="secondary" busy={undo.busy} onClick={undo.act}>
              {t('undo')}
            </Button>
          )}
        </div>
      )}
    </Alert>
  );
}
