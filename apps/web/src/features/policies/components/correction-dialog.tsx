import type { ReactNode } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm, type Form as FormOf } from '../../../lib/form.js';
import type { FormOptions } from '../../../lib/form-store.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { useToast } from '../../../ui/toast.js';

interface CorrectionDialogProps<Values extends object> extends Pick<
  FormOptions<Values, unknown>,
  'draft' | 'initial' | 'submit'
> {
  title: string;
  onClose: () => void;
  children: (form: FormOf<Values>) => ReactNode;
}

/** What was published as it should have been. Closed, it keeps what is typed; given up, it forgets it. */
export function CorrectionDialog<Values extends object>(props: CorrectionDialogProps<Values>) {
  const { title, draft, initial, submit, onClose, children } = props;
  const { t } = useTranslation('policies');
  const toast = useToast();
  const form = useForm({
    draft,
    initial,
    submit,
    after: 'keep',
    done: () => {
      toast(t('correct.done'));
      onClose();
    },
  });
  const giveUp = () => {
    form.reset();
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        form={form}
        submit={t('app:form.save')}
        secondary={
          <Button variant="tertiary" onClick={giveUp}>
            {t('app:form.cancel')}
          </Button>
        }
      >
        {children(form)}
      </Form>
    </Dialog>
  );
}
