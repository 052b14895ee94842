import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { usePath } from '../../../lib/municipality.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Link } from '../../../ui/link.js';
import { SignInForm } from './sign-in-form.js';

/** In place of a page that would lose what was being written. */
export default function SignInDialog({ onClose }: { onClose: (signedIn: boolean) => void }) {
  const { t } = useTranslation('identity');
  const client = useQueryClient();
  const path = usePath();
  return (
    <Dialog title={t('dialog.title')} onClose={() => onClose(false)}>
      <p>{t('dialog.text')}</p>
      <SignInForm
        onDone={() => {
          // What one may do, and which of the votes are one's own, is known only now.
          void client.invalidateQueries();
          onClose(true);
        }}
        secondary={
          <Button variant="tertiary" onClick={() => onClose(false)}>
            {t('dialog.later')}
          </Button>
        }
      />
      <p>
        {t('signIn.noAccount')} {/* A new window: the text in this one waits. */}
        <Link to={path('join')} target="_blank">
          {t('signIn.joinInNewWindow')}
        </Link>
      </p>
    </Dialog>
  );
}
