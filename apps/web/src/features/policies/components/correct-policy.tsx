import type { Schema } from '@medvind/api-client';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { TextArea } from '../../../ui/text-area.js';
import { TextField } from '../../../ui/text-field.js';
import { useToast } from '../../../ui/toast.js';
import { correctPolicyMutation } from '../api/correct-policy.js';

/** For staff: what a published policy says of itself. Its goals are corrected each on its own page. */
export default function CorrectPolicy({
  policy,
  onClose,
}: {
  policy: Schema<'PolicyView'>;
  onClose: () => void;
}) {
  const { t } = useTranslation('policies');
  const { slug, visionTitle } = useMunicipality();
  const toast = useToast();
  const { mutateAsync } = useMutation(correctPolicyMutation(slug, policy.id));
  const form = useForm({
    draft: `correct-policy:${policy.id}`,
    initial: {
      title: policy.title,
      summary: policy.summary,
      visionContribution: policy.visionContribution,
      validFrom: policy.validFrom ?? '',
      validTo: policy.validTo ?? '',
    },
    submit: ({ validFrom, validTo, ...values }) =>
      mutateAsync({ ...values, validFrom: validFrom || null, validTo: validTo || null }),
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
    <Dialog title={t('correct.policy')} onClose={onClose}>
      <Form
        form={form}
        submit={t('app:form.save')}
        secondary={
          <Button variant="tertiary" onClick={giveUp}>
            {t('app:form.cancel')}
          </Button>
        }
      >
        <TextField {...form.field('title', t('correct.title'))} />
        <TextArea {...form.field('summary', t('correct.summary'))} optional rows={4} lang={policy.language} />
        <TextArea
          {...form.field('visionContribution', t('correct.vision'))}
          hint={visionTitle ? t('correct.visionHint', { vision: visionTitle }) : undefined}
          optional
          rows={4}
          lang={policy.language}
        />
        <TextField {...form.field('validFrom', t('correct.validFrom'))} type="date" optional width="short" />
        <TextField {...form.field('validTo', t('correct.validTo'))} type="date" optional width="short" />
      </Form>
    </Dialog>
  );
}
