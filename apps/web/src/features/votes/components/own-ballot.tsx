import { useMutation } from '@tanstack/react-query';
import { lazy, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { forgetDraft, readDraft } from '../../../lib/drafts.js';
import { useFormat } from '../../../lib/format.js';
import { gapsIn } from '../../../lib/gaps.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Heading } from '../../../ui/heading.js';
import { Icon } from '../../../ui/icon.js';
import { Optional } from '../../../ui/optional.js';
import { useToast } from '../../../ui/toast.js';
import { ballotMutation, type Vote } from '../api/vote.js';
import { BallotForm } from './ballot-form.js';
import { Receipt } from './receipt.js';
import { Said } from './said.js';

// Where a vote asks for more than an account.
const Gaps = lazy(() => import('../../../ui/gaps.js'));

/** Voting, and what one has voted: it counts from the moment it is cast, and can be changed until the close. */
export function OwnBallot({ vote }: { vote: Vote }) {
  const { t } = useTranslation('votes');
  const { date } = useFormat();
  const { slug } = useMunicipality();
  const toast = useToast();
  const [isChanging, setChanging] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const { mutateAsync } = useMutation(ballotMutation(slug, vote.id));
  const settle = () => {
    setChanging(false);
    // The button that was pressed is gone.
    panel.current?.focus({ preventScroll: true });
  };
  const [isWithdrawing, setWithdrawing] = useState(false);
  const withdraw = useAction(async () => {
    await mutateAsync(null);
    settle();
    toast(t('ballot.withdrawn'));
  });
  const { mine, state, closesAt } = vote;
  const choice = mine?.choice ?? null;
  const isOpen = state === 'open';
  const gaps = gapsIn(vote.blockers);
  const missed = useMissed(vote);
  return (
    <section className="mv-panel mv-ballot" aria-labelledby="ballot" tabIndex={-1} ref={panel}>
      <Heading level={2} size="xs" id="ballot">
        {t(mine ? 'ballot.yours' : 'ballot.title')}
      </Heading>
      {state === 'coming' && <p>{t('opens', { at: date(vote.opensAt, 'moment') })}.</p>}
      {mine && (!isChanging || !isOpen) && (
        <>
          <p className="mv-said" role="status">
            <Icon name={choice === null ? 'info' : 'check'} />
            {choice === null
              ? t('ballot.none')
              : t(isOpen ? 'ballot.counts' : state === 'called-off' ? 'ballot.kept' : 'ballot.counted')}
          </p>
          {choice !== null && <Said vote={vote} choice={choice} />}
          <Receipt vote={vote} receipt={mine.receipt} isWithdrawal={choice === null} />
        </>
      )}
      {isOpen && gaps.length > 0 && choice === null && (
        <Optional>
          <Gaps gaps={gaps} title={t('ballot.gaps')} />
        </Optional>
      )}
      {isOpen && (!mine || isChanging || choice === null) && gaps.length === 0 && (
        <BallotForm
          key={mine?.receipt ?? ''}
          vote={vote}
          onCast={() => {
            settle();
            toast(t('ballot.counts'));
          }}
          onCancel={isChanging ? settle : undefined}
        />
      )}
      {isOpen && choice !== null && !isChanging && (
        <div className="mv-actions">
          {gaps.length === 0 && (
            <Button variant="secondary" onClick={() => setChanging(true)}>
              {t('ballot.change')}
            </Button>
          )}
          <Button variant="tertiary" busy={withdraw.busy} onClick={() => setWithdrawing(true)}>
            {t('ballot.withdraw')}
          </Button>
        </div>
      )}
      {isOpen && isWithdrawing && (
        <Dialog title={t('ballot.withdrawSure')} onClose={() => setWithdrawing(false)}>
          <p>{t('ballot.withdrawMeans', { at: date(closesAt, 'moment') })}</p>
          <div className="mv-actions">
            <Button
              onClick={() => {
                // What is said of it is said on the page, and the focus is where the button was.
                setWithdrawing(false);
                withdraw.act();
              }}
            >
              {t('ballot.withdraw')}
            </Button>
            <Button variant="tertiary" onClick={() => setWithdrawing(false)}>
              {t('ballot.keep')}
            </Button>
          </div>
        </Dialog>
      )}
      {isOpen && (gaps.length === 0 || choice !== null) && (
        <p className="mv-note">{t('ballot.until', { at: date(closesAt, 'moment') })}</p>
      )}
      {state === 'called-off' && !mine && <p className="mv-note">{t('calledOff.title')}</p>}
      {/* There from the start, so that what appears in it is announced. */}
      <p className="mv-said" role="status">
        {missed && t(choice === null ? 'ballot.missed' : 'ballot.missedChange')}
      </p>
      {state === 'closed' && !mine && !missed && <p className="mv-note">{t('ballot.tooLate')}</p>}
    </section>
  );
}

/** Whether it closed while something was chosen here that had not been sent. */
function useMissed({ id, state, mine }: Vote): boolean {
  const counted = mine?.receipt ?? '';
  const [missed, setMissed] = useState<string | null>(null);
  useEffect(() => {
    const draft = `ballot:${id}`;
    if (state !== 'closed' || readDraft(draft) === undefined) return;
    setMissed(counted);
    // Said for as long as the page stands, and not again.
    return () => forgetDraft(draft);
  }, [id, state, counted]);
  // What was under way as it closed may have come in time after all.
  return missed === counted;
}
