import { LIMITS } from '@medvind/contracts';
import type { Schema } from '@medvind/api-client';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { formatNumber } from '../../../lib/intl.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Alert } from '../../../ui/alert.js';
import { Button } from '../../../ui/button.js';
import { RadioGroup } from '../../../ui/choices.js';
import { Form } from '../../../ui/form.js';
import { TextArea } from '../../../ui/text-area.js';
import { useToast } from '../../../ui/toast.js';
import { answerMutation } from '../api/answer.js';
import type { Initiative } from '../api/initiatives.js';
import { joined, TemplateChoice } from './template-choice.js';

const EXPLAINED = ['considered-answered', 'forwarded', 'outside-competence'] as const;
type Explained = (typeof EXPLAINED)[number];
const isExplained = (outcome: string): outcome is Explained => EXPLAINED.some((known) => known === outcome);

export default function AnswerForm({ initiative, onClose }: { initiative: Initiative; onClose: () => void }) {
  const { t } = useTranslation('initiatives');
  const { slug, language } = useMunicipality();
  const toast = useToast();
  const { mutateAsync } = useMutation(answerMutation(slug, initiative.id));
  const filling: Record<string, string> = {
    title: initiative.title ?? '',
    reference: initiative.reference,
    support: formatNumber(language, initiative.supportCount),
  };
  const filled = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (place, name: string) => filling[name] ?? place);
  const form = useForm({
    draft: `answer:${initiative.id}`,
    initial: { outcome: initiative.answer?.outcome ?? '', text: initiative.answer?.text ?? '' },
    // An outcome that is not chosen yet is the API's to refuse, at its field.
    submit: (values) => mutateAsync(values as Schema<'AnswerInput'>),
    after: 'keep',
    done: () => {
      toast(t('answer.done'));
      onClose();
    },
  });
  return (
    <Form
      form={form}
      submit={t('answer.submit')}
      secondary={
        <Button variant="tertiary" onClick={onClose}>
          {t('app:form.cancel')}
        </Button>
      }
    >
      <TemplateChoice
        onChoose={({ outcome, text }) => {
          if (initiative.scheme?.outcomes.includes(outcome)) form.set('outcome', outcome);
          form.set('text', joined(form.values.text, filled(text)));
        }}
      />
      <RadioGroup
        {...form.field('outcome', t('answer.choose'))}
        options={(initiative.scheme?.outcomes ?? []).map((value) => ({
          value,
          label: t(`answer.outcome.${value}`),
          ...(isExplained(value) && { hint: t(`answer.hint.${value}`) }),
        }))}
      />
      <TextArea
        {...form.field('text', t('answer.text'))}
        hint={t('answer.textHint')}
        max={LIMITS.response.max}
        published
        rows={8}
        lang={language}
      />
      {initiative.daysLeft !== null && !initiative.answer && <Alert>{t('answer.closes')}</Alert>}
    </Form>
  );
}
