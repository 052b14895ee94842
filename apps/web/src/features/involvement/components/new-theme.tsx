import { LIMITS } from '@medvind/contracts';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { FormErrors, SubmitButton } from '../../../ui/form.js';
import { TextField } from '../../../ui/text-field.js';
import { addThemeMutation } from '../api/themes.js';
import { useWorkChanged } from './use-work-changed.js';

export function NewTheme({ processId }: { processId: string }) {
  const { t } = useTranslation('involvement-staff');
  const { slug } = useMunicipality();
  const changed = useWorkChanged(processId);
  const { mutateAsync } = useMutation(addThemeMutation(slug, processId));
  const form = useForm({
    draft: `theme:${processId}`,
    initial: { title: '' },
    submit: (values) => mutateAsync(values),
    done: changed,
  });
  return (
    <form className="mv-new-theme" id="new-theme" method="post" noValidate onSubmit={form.onSubmit}>
      {form.problem && form.faults.length === 0 && <FormErrors form={form} />}
      <TextField
        {...form.field('title', t('themes.newTitle'))}
        hint={t('themes.newHint')}
        max={LIMITS.title.max}
        published
      />
      <SubmitButton variant="secondary" icon="plus" busy={form.busy}>
        {t('themes.add')}
      </SubmitButton>
    </form>
  );
}
