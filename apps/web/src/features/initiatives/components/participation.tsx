import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Button } from '../../../ui/button.js';
import { Heading } from '../../../ui/heading.js';
import { Icon } from '../../../ui/icon.js';
import { useToast } from '../../../ui/toast.js';
import type { Initiative } from '../api/initiatives.js';
import { participationMutation } from '../api/support.js';

/** "Jeg vil være med": more than a vote, and apart from it. */
export function Participation({ initiative }: { initiative: Initiative }) {
  const { t } = useTranslation('initiatives');
  const { slug } = useMunicipality();
  const toast = useToast();
  const { mutateAsync } = useMutation(participationMutation(slug, initiative.id));
  const section = useRef<HTMLElement>(null);
  // The button that was pressed goes away: the focus must find another place.
  const change = async (wish: boolean) => {
    await mutateAsync(wish);
    section.current?.focus({ preventScroll: true });
  };
  const takePart = useAction(async () => {
    await change(true);
    toast(t('participation.thanks'));
  });
  const stepBack = useAction(async () => {
    await change(false);
    toast(t('participation.takenBack'));
  });
  const { myState, blockers, participantCount } = initiative;
  // Whoever proposes it takes part in it already.
  const open = blockers.participation.length === 0 && !myState.isProposer;
  if (!open && participantCount === 0) return null;
  return (
    <section className="mv-aside mv-flow" aria-labelledby="participation" tabIndex={-1} ref={section}>
      <Heading level={3} size="2xs" id="participation">
        {t('participation.title')}
      </Heading>
      <p>{t('participants', { count: participantCount })}</p>
      {myState.participates ? (
        <>
          <p className="mv-said">
            <Icon name="check" />
            {t('participation.given')}
          </p>
          <Button variant="tertiary" busy={stepBack.busy} onClick={stepBack.act}>
            {t('participation.takeBack')}
          </Button>
        </>
      ) : (
        open && (
          <>
            <Button
              variant="secondary"
              busy={takePart.busy}
              onClick={takePart.act}
              aria-describedby="participation-consequence"
            >
              {t('participation.do')}
            </Button>
            <p className="mv-note" id="participation-consequence">
              {t('participation.consequence')}
            </p>
          </>
        )
      )}
    </section>
  );
}
