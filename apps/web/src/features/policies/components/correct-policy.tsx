import type { Schema } from '@medvind/api-client';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { TextArea } from '../../../ui/text-area.js';
import { TextField } from '../../../ui/text-field.js';
import { correctPolicyMutation } from '../api/correct-policy.js';
import { CorrectionDialog } from './correction-dialog.js';

interface CorrectPolicyProps {
  policy: Schema<'PolicyView'>;
  onClose: () => void;
}

/** For staff: what a published policy says of itself. Its goals are corrected each on its own page. */
export default function CorrectPolicy({ policy, onClose }: CorrectPolicyProps) {
  const { t } = useTranslation('policies');
  const { slug, visionTitle } = useMunicipality();
  const { mutateAsync } = useMutation(correctPolicyMutation(slug, policy.id));
  return (
    <CorrectionDialog
      title={t('correct.policy')}
      draft={`correct-policy:${policy.id}`}
      initial={{
        title: policy.title,
        summary: policy.summary,
        visionContribution: policy.visionContribution,
        validFrom: policy.validFrom ?? '',
        validTo: policy.validTo ?? '',
      }}
      submit={({ validFrom, validTo, ...values }) =>
        mutateAsync({ ...values, validFrom: validFrom || null, validTo: validTo || null })
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextField {...form.field('title', t('correct.title'))} />
          <TextArea
            {...form.field('summary', t('correct.summary'))}
            optional
            rows={4}
            lang={policy.language}
          />
          <TextArea
            {...form.field('visionContribution', t('correct.vision'))}
            hint={visionTitle ? t('correct.visionHint', { vision: visionTitle }) : undefined}
            optional
            rows={4}
            lang={policy.language}
          />
          <TextField
            {...form.field('validFrom', t('correct.validFrom'))}
            type="date"
            optional
            width="short"
          />
          <TextField {...form.field('validTo', t('correct.validTo'))} type="date" optional width="short" />
        </>
      )}
    </CorrectionDialog>
  );
}
