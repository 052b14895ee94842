import { useTranslation } from '../../../i18n/use-translation.js';
import { usePath } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Button } from '../../../ui/button.js';
import { useToast } from '../../../ui/toast.js';
import type { Initiative } from '../api/initiatives.js';

/** To pass it on: by what the device shares with, else as a link that is copied. */
export default function Share({ initiative: { reference, title } }: { initiative: Initiative }) {
  const { t } = useTranslation('proposing');
  const path = usePath();
  const toast = useToast();
  const share = useAction(async () => {
    const url = window.location.origin + path(reference);
    // Not every browser has it.
    if ('share' in navigator) {
      await navigator.share({ title: title ?? reference, url }).catch(unlessClosed);
      return;
    }
    await (navigator as Navigator).clipboard.writeText(url);
    toast(t('share.copied'));
  });
  return (
    <Button variant="tertiary" size="sm" busy={share.busy} onClick={share.act}>
      {t('share.do')}
    </Button>
  );
}

/** Whoever thinks better of it has not failed. */
const unlessClosed = (cause: unknown) => {
  if (!(cause instanceof DOMException && cause.name === 'AbortError')) throw cause;
};
