import { useMutation } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { missing } from '../../../lib/form-store.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { TextArea } from '../../../ui/text-area.js';
import { TextField } from '../../../ui/text-field.js';
import { useToast } from '../../../ui/toast.js';
import { proposeMergeMutation } from '../api/merges.js';

interface ProposeMergeProps {
  initiativeId: string;
  onClose: () => void;
}

/** Staff ask both proposers. */
export default function ProposeMerge({ initiativeId, onClose }: ProposeMergeProps) {
  const { t } = useTranslation('merging');
  const { slug, language } = useMunicipality();
  const toast = useToast();
  const { mutateAsync } = useMutation(proposeMergeMutation(slug, initiativeId));
  const form = useForm({
    within: 'merge',
    draft: `merge:${initiativeId}`,
    initial: { into: '', reason: '' },
    check: (values) => missing(values, 'into', 'reason'),
    submit: (values) => mutateAsync(values),
    done: () => {
      toast(t('proposed'));
      onClose();
    },
  });
  return (
    <Dialog title={t('propose')} onClose={onClose}>
      <p>{t('proposeText')}</p>
      <Form form={form} submit={t('proposeSubmit')}>
        <TextField {...form.field('into', t('into'))} hint={t('intoHint')} width="short" autoComplete="off" />
        <TextArea
          {...form.field('reason', t('reason'))}
          hint={t('reasonHint')}
          rows={3}
          lang={language}
          published
        />
      </Form>
    </Dialog>
  );
}
