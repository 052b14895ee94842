import { useMutation } from '@tanstack/react-query';
import { lazy, useRef, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Button } from '../../../ui/button.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { Heading } from '../../../ui/heading.js';
import { Icon } from '../../../ui/icon.js';
import { Optional } from '../../../ui/optional.js';
import { useToast } from '../../../ui/toast.js';
import type { Initiative } from '../api/initiatives.js';
import { supportMutation } from '../api/support.js';
import { Participation } from './participation.js';
import { SupportProgress } from './support-progress.js';

/** How far it is, and what one can do about it. */
export function SupportPanel({ initiative }: { initiative: Initiative }) {
  const { t } = useTranslation('initiatives');
  const { date } = useFormat();
  const { deadline, daysLeft, state } = initiative;
  const panel = useRef<HTMLElement>(null);
  return (
    <section className="mv-panel mv-support-panel" aria-labelledby="support" tabIndex={-1} ref={panel}>
      <Heading level={2} size="xs" id="support">
        {t('support.title')}
      </Heading>
      <SupportProgress initiative={initiative} />
      <OnPaper count={initiative.paperCount} />
      {deadline && (daysLeft !== null || state === 'expired' || state === 'reached') && (
        <p className="mv-note" suppressHydrationWarning>
          {daysLeft !== null && (
            <strong>{t(state === 'reached' ? 'openFor' : 'daysLeft', { count: daysLeft })}. </strong>
          )}
          {/* A deadline is the end of a day: a moment before it is still that day. */}
          {t(daysLeft === null ? 'wasLastDay' : 'lastDay', { date: date(new Date(deadline).getTime() - 1) })}.
        </p>
      )}
      {daysLeft === null && <p className="mv-note">{t('support.closed')}</p>}
      {initiative.scheme?.ballot === 'for-against-blank' ? (
        <Optional>
          <StanceBallot initiative={initiative} />
        </Optional>
      ) : (
        <Support initiative={initiative} onChanged={() => panel.current?.focus({ preventScroll: true })} />
      )}
      {initiative.scheme?.namesShown && (
        <Optional>
          <Supporters initiativeId={initiative.id} />
        </Optional>
      )}
      {initiative.publishedAt && (
        <Optional>
          <SupportReceipt initiative={initiative} />
        </Optional>
      )}
      <Participation initiative={initiative} />
    </section>
  );
}

// Where a scheme asks for more than an account.
const Supporters = lazy(() => import('./supporters.js'));
const Gaps = lazy(() => import('../../../ui/gaps.js'));
const StanceBallot = lazy(() => import('./stance-ballot.js'));
const GAPS = new Set(['evidence-needed', 'group-needed', 'age-unknown', 'too-young']);

const SupportReceipt = lazy(() => import('./support-receipt.js'));
const AskDistrict = lazy(() => import('./ask-district.js'));

interface SupportProps {
  initiative: Initiative;
  /** The button that was pressed goes away: the focus must find another place. */
  onChanged: () => void;
}

function Support({ initiative, onChanged }: SupportProps) {
  const { t } = useTranslation('initiatives');
  const { slug } = useMunicipality();
  const toast = useToast();
  const { mutateAsync } = useMutation(supportMutation(slug, initiative.id));
  const [asks, setAsks] = useState(false);
  const [named, setNamed] = useState(false);
  const give = useAction(async () => {
    const { asksDistrict } = await mutateAsync(named ? { named } : {});
    setAsks(asksDistrict);
    onChanged();
    toast(t('support.thanks'));
  });
  const takeBack = useAction(async () => {
    await mutateAsync(null);
    onChanged();
    toast(t('support.takenBack'));
  });
  const { can, myState, blockers, scheme } = initiative;

  if (myState.supports)
    return (
      <div className="mv-flow">
        <p className="mv-said">
          <Icon name="check" />
          {t('support.given')}
        </p>
        {asks && (
          <Optional>
            <AskDistrict
              initiativeId={initiative.id}
              onAnswered={() => {
                setAsks(false);
                onChanged();
              }}
            />
          </Optional>
        )}
        {can.withdrawSupport && (
          <>
            <p className="mv-note">
              {t(scheme?.withdrawal === 'until-end' ? 'support.untilEnd' : 'support.until')}
            </p>
            <Button variant="tertiary" busy={takeBack.busy} onClick={takeBack.act}>
              {t('support.takeBack')}
            </Button>
          </>
        )}
      </div>
    );
  if (blockers.support.some(({ type }) => type === 'own-initiative'))
    return initiative.daysLeft === null ? null : <p className="mv-note">{t('support.own')}</p>;
  const gaps = blockers.support.filter(({ type }) => GAPS.has(type));
  if (gaps.length > 0 && gaps.length === blockers.support.length)
    return (
      <Optional>
        <Gaps gaps={gaps} />
      </Optional>
    );
  // Nothing is in the way of a resident; whoever is not one yet is asked in when they press.
  if (blockers.support.length > 0) return null;
  return (
    <div className="mv-flow">
      <Button
        size="lg"
        busy={give.busy}
        onClick={give.act}
        aria-label={`${t('support.do')}, ${t('support.count', { count: initiative.supportCount })}`}
        aria-describedby="support-consequence"
      >
        {t('support.do')}
      </Button>
      {scheme?.namesShown && (
        <Checkbox
          name="named"
          label={t('support.named')}
          value={named}
          onChange={setNamed}
          problem={undefined}
        />
      )}
      <p className="mv-note" id="support-consequence">
        {t(
          named
            ? 'support.consequenceNamed'
            : scheme?.paper
              ? 'support.consequencePaper'
              : 'support.consequence',
        )}
      </p>
    </div>
  );
}

function OnPaper({ count }: { count: number }) {
  const { t } = useTranslation('proposing');
  return count > 0 && <p className="mv-note">{t('papers.count', { count })}</p>;
}
