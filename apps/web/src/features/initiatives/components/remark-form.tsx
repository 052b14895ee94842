import { LIMITS } from '@medvind/contracts';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { missing } from '../../../lib/form-store.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Button } from '../../../ui/button.js';
import { Form } from '../../../ui/form.js';
import { TextArea } from '../../../ui/text-area.js';
import { useToast } from '../../../ui/toast.js';
import { addRemarkMutation } from '../api/remarks.js';

interface RemarkFormProps {
  initiativeId: string;
  onClose: () => void;
}

export default function RemarkForm({ initiativeId, onClose }: RemarkFormProps) {
  const { t, language } = useTranslation('proposing');
  const { slug } = useMunicipality();
  const toast = useToast();
  const { mutateAsync } = useMutation(addRemarkMutation(slug, initiativeId));
  const form = useForm({
    within: 'remark',
    draft: `remark:${initiativeId}`,
    initial: { body: '' },
    check: (values) => missing(values, 'body'),
    submit: (values) => mutateAsync(values),
    done: ({ state }) => {
      toast(t(state === 'held' ? 'remarks.held' : 'remarks.added'));
      onClose();
    },
  });
  return (
    <Form
      form={form}
      submit={t('remarks.submit')}
      label={t('remarks.add')}
      secondary={
        <Button variant="tertiary" onClick={onClose}>
          {t('app:form.cancel')}
        </Button>
      }
    >
      <TextArea
        {...form.field('body', t('remarks.label'))}
        hint={t('remarks.hint')}
        max={LIMITS.remark.max}
        rows={6}
        lang={language}
        published
      />
    </Form>
  );
}
