import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { useTranslation } from '../../../i18n/use-translation.js';
import type { Threshold } from '../../../lib/entry.js';
import { useForm } from '../../../lib/form.js';
import { reconnectLive } from '../../../lib/live.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { Link } from '../../../ui/link.js';
import { joinHereMutation } from '../api/join-here.js';
import { SignInForm } from './sign-in-form.js';

interface EntryDialogProps {
  threshold: Threshold;
  onClose: (entered: boolean) => void;
}

/** In place of a page that would lose what was being written. */
export default function EntryDialog({ threshold, onClose }: EntryDialogProps) {
  const { t } = useTranslation('identity');
  const { name } = useMunicipality();
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
  return threshold === 'not-signed-in' ? (
    <Dialog title={t('dialog.title')} onClose={() => onClose(false)}>
      <p>{t('dialog.text')}</p>
      <SignInForm onDone={entered} secondary={later} />
      <NoAccount />
    </Dialog>
  ) : (
    <Dialog title={t('joinHere.title', { name })} onClose={() => onClose(false)}>
      <p>{t('joinHere.text', { name })}</p>
      <JoinHereForm onDone={entered} later={later} />
    </Dialog>
  );
}

function NoAccount() {
  const { t } = useTranslation('identity');
  const path = usePath();
  const { pathname, search } = useLocation();
  return (
    <p>
      {t('signIn.noAccount')} {/* A new window: the text in this one waits. */}
      <Link to={`${path('join')}?next=${encodeURIComponent(pathname + search)}`} target="_blank">
        {t('signIn.joinInNewWindow')}
      </Link>
    </p>
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
