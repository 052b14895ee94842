import type { Schema } from '@medvind/api-client';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { gapsIn } from '../../../lib/gaps.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Button } from '../../../ui/button.js';
import { Checkbox } from '../../../ui/checkbox.js';
import Gaps from '../../../ui/gaps.js';
import { Icon } from '../../../ui/icon.js';
import { useToast } from '../../../ui/toast.js';
import type { Initiative } from '../api/initiatives.js';
import { supportMutation } from '../api/support.js';
import AskDistrict from './ask-district.js';
import { Emphasis } from './emphasis.js';

type Stance = Schema<'InitiativeStance'>;

const STANCES = ['for', 'against', 'blank'] as const;

/** For, against or blank, where the scheme asks for more than support; said again it replaces what was said. */
export default function StanceBallot({ initiative }: { initiative: Initiative }) {
  const { t } = useTranslation('initiative-life');
  const { t: say } = useTranslation('initiatives');
  const { number } = useFormat();
  const { supportCount, againstCount, blankCount, myState, blockers, daysLeft } = initiative;
  const isOwn = blockers.support.some(({ type }) => type === 'own-initiative');
  const isOpen = daysLeft !== null && !initiative.mergedInto;
  const gaps = gapsIn(blockers.support);
  return (
    <div className="mv-flow">
      <p>
        {t('stance.counts', {
          for: number(supportCount),
          against: number(againstCount),
          blank: number(blankCount),
        })}
      </p>
      {isOwn && isOpen && <p className="mv-note">{say('support.own')}</p>}
      {myState.stance && (
        <p className="mv-said">
          <Icon name="check" />
          {t(`stance.said.${myState.stance}`)}
        </p>
      )}
      {!isOwn &&
        isOpen &&
        (gaps.length > 0 && !myState.stance ? <Gaps gaps={gaps} /> : <Buttons initiative={initiative} />)}
    </div>
  );
}

function Buttons({ initiative: { id, scheme, myState, can } }: { initiative: Initiative }) {
  const { t } = useTranslation('initiative-life');
  const { slug } = useMunicipality();
  const toast = useToast();
  const { mutateAsync } = useMutation(supportMutation(slug, id));
  const [asks, setAsks] = useState(false);
  const [named, setNamed] = useState(false);
  const { stance } = myState;
  const namesShown = scheme?.namesShown ?? false;
  const buttons = useRef<HTMLDivElement>(null);
  const takeBack = useAction(async () => {
    await mutateAsync(null);
    // The button that was pressed is gone.
    buttons.current?.focus({ preventScroll: true });
    toast(t('stance.takenBack'));
  });
  const give = async (said: Stance) => {
    const answer = await mutateAsync({ stance: said, ...(named && said === 'for' && { named }) });
    setAsks(answer.asksDistrict);
    toast(t('stance.counted'));
  };
  // What was said before the threshold was reached may be there to stay.
  const isSettled = stance !== null && !can.withdrawSupport;
  return (
    <>
      {asks && (
        <AskDistrict
          initiativeId={id}
          stance
          onAnswered={() => {
            setAsks(false);
            buttons.current?.focus({ preventScroll: true });
          }}
        />
      )}
      {!isSettled && (
        <>
          <div role="group" aria-labelledby="stance" className="mv-flow" tabIndex={-1} ref={buttons}>
            <p id="stance">
              <strong>{t('stance.title')}</strong>
            </p>
            <div className="mv-actions">
              {STANCES.map((one) => (
                <StanceButton key={one} stance={one} pressed={one === stance} give={give} />
              ))}
            </div>
          </div>
          {namesShown && (
            <Checkbox
              name="named"
              label={t('stance.named')}
              value={named}
              onChange={setNamed}
              problem={undefined}
            />
          )}
          <p className="mv-note" id="stance-consequence">
            <Emphasis
              text={t(
                named
                  ? 'stance.consequenceNamed'
                  : scheme?.top
                    ? 'stance.consequenceTop'
                    : 'stance.consequence',
              )}
            />{' '}
            {scheme?.paper && t('stance.onPaper')}
          </p>
        </>
      )}
      {can.withdrawSupport && (
        <>
          <p className="mv-note">{t('stance.until')}</p>
          <Button variant="tertiary" busy={takeBack.busy} onClick={takeBack.act}>
            {t('stance.takeBack')}
          </Button>
        </>
      )}
    </>
  );
}

interface StanceButtonProps {
  stance: Stance;
  pressed: boolean;
  give: (stance: Stance) => Promise<void>;
}

function StanceButton({ stance, pressed, give }: StanceButtonProps) {
  const { t } = useTranslation('initiative-life');
  const action = useAction(() => give(stance));
  return (
    <Button
      variant={pressed ? 'primary' : 'secondary'}
      aria-pressed={pressed}
      aria-describedby="stance-consequence"
      busy={action.busy}
      onClick={action.act}
      {...(pressed && { icon: 'check' as const })}
    >
      {t(`stance.${stance}`)}
    </Button>
  );
}
