import type { Schema } from '@medvind/api-client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { useToast } from '../../../ui/toast.js';
import { removeAction } from '../api/remove-action.js';

interface RemoveActionProps {
  action: Schema<'ActionView'>;
  onRemoved: () => void;
}

export function RemoveAction({ action, onRemoved }: RemoveActionProps) {
  const { t } = useTranslation('action-plans-staff');
  const { slug } = useMunicipality();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const { mutateAsync } = useMutation(removeAction(slug, action.planId, action.id));
  const remove = useAction(async () => {
    await mutateAsync();
    toast(t('form.removed'));
    onRemoved();
  });
  if (!action.can.remove) return <p className="mv-note">{t('form.cannotRemove')}</p>;
  return (
    <>
      <div>
        <Button variant="tertiary" color="danger" onClick={() => setAsking(true)}>
          {t('form.remove')}
        </Button>
      </div>
      {asking && (
        <Dialog title={t('form.removeConfirm', { title: action.title })} onClose={() => setAsking(false)}>
          <p>{t('form.removeText')}</p>
          <div className="mv-actions">
            <Button color="danger" busy={remove.busy} onClick={remove.act}>
              {t('form.remove')}
            </Button>
            <Button variant="tertiary" onClick={() => setAsking(false)}>
              {t('app:form.cancel')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
