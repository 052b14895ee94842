import { useTranslation } from '../../../i18n/use-translation.js';
import type { Form } from '../../../lib/form.js';
import { useAction } from '../../../ui/action.js';
import { Button } from '../../../ui/button.js';

/** Somebody saved another version meanwhile: what is typed stays until one chooses theirs. */
export function NewerVersion({
  form,
  fetch,
}: {
  form: Pick<Form<never>, 'problem'>;
  fetch: () => Promise<void>;
}) {
  const { t } = useTranslation('action-plans-staff');
  const { act, busy } = useAction(fetch);
  if (form.problem?.code !== 'changed-meanwhile') return null;
  return (
    <Button variant="secondary" busy={busy} onClick={act}>
      {t('plan.reload')}
    </Button>
  );
}
