import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import type { Threshold } from '../../../lib/entry.js';
import { useForm } from '../../../lib/form.js';
import { reconnectLive } from '../../../lib/live.js';
import { municipalityQuery, useMunicipality } from '../../../lib/municipality.js';
import { Conduct } from '../../../ui/conduct.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { acceptConductMutation } from '../api/accept-conduct.js';
import { joinHereMutation } from '../api/join-here.js';
import { JoinForm } from './join-form.js';
import { SignInForm } from './sign-in-form.js';
import { WhoSeesWhat } from './who-sees-what.js';

interface EntryDialogProps {
  threshold: Threshold;
  onClose: (entered: boolean) => void;
}

/** In place of a page that would lose what was being written. */
export default function EntryDialog({ threshold, onClose }: EntryDialogProps) {
  const { t } = useTranslation('identity');
  const { name } = useMunicipality();
  const [joins, setJoins] = useState(false);
  const client = useQueryClient();
  const entered = () => {
    // What one may do, and which of the votes are one's own, is known only now.
    void client.invalidateQueries();
    reconnectLive();
    onClose(true);
  };
  const later = (
    <Button variant="tertiary" onClick={() => onClose(false)}>
      {t('dialog.later')}
    </Button>
  );
  if (threshold === 'not-signed-in')
    return (
      // Another dialog for each: it takes the focus, and is read from its title.
      <Dialog
        key={String(joins)}
        title={t(joins ? 'dialog.joinTitle' : 'dialog.title')}
        onClose={() => onClose(false)}
      >
        <p>{t(joins ? 'dialog.joinText' : 'dialog.text')}</p>
        {joins ? (
          <JoinForm onDone={entered} secondary={later} />
        ) : (
          <SignInForm onDone={entered} secondary={later} />
        )}
        <p>
          {t(joins ? 'join.haveAccount' : 'signIn.noAccount')}{' '}
          <Button variant="tertiary" size="sm" onClick={() => setJoins(!joins)}>
            {t(joins ? 'join.signIn' : 'signIn.join')}
          </Button>
        </p>
        {joins && <WhoSeesWhat level={3} newWindow />}
      </Dialog>
    );
  if (threshold === 'conduct-not-accepted')
    return (
      <Dialog title={t('conduct.title')} onClose={() => onClose(false)}>
        <p>{t('conduct.text', { name })}</p>
        <Conduct />
        <AcceptConductForm onDone={entered} later={later} />
      </Dialog>
    );
  return (
    <Dialog title={t('joinHere.title', { name })} onClose={() => onClose(false)}>
      <p>{t('joinHere.text', { name })}</p>
      <JoinHereForm onDone={entered} later={later} />
      <WhoSeesWhat level={3} newWindow />
    </Dialog>
  );
}

function AcceptConductForm({ onDone, later }: { onDone: () => void; later: React.ReactNode }) {
  const { t } = useTranslation('identity');
  const { slug, conductVersion } = useMunicipality();
  const client = useQueryClient();
  const { mutateAsync } = useMutation({
    ...acceptConductMutation(slug),
    // They were changed while the page stood open: those of now are shown, to be read again.
    onError: () => client.invalidateQueries(municipalityQuery(slug)),
  });
  const form = useForm({ initial: {}, submit: () => mutateAsync(conductVersion), done: onDone });
  return (
    <Form form={form} submit={t('conduct.accept')} secondary={later}>
      {null}
    </Form>
  );
}

function JoinHereForm({ onDone, later }: { onDone: () => void; later: React.ReactNode }) {
  const { t } = useTranslation('identity');
  const { slug } = useMunicipality();
  const { mutateAsync } = useMutation(joinHereMutation());
  const form = useForm({ initial: {}, submit: () => mutateAsync(slug), done: onDone });
  return (
    <Form form={form} submit={t('joinHere.submit')} secondary={later}>
      {null}
    </Form>
  );
}
