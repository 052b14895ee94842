import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { districtsQuery } from '../../../lib/districts.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Button } from '../../../ui/button.js';
import { Form } from '../../../ui/form.js';
import { Heading } from '../../../ui/heading.js';
import { Select } from '../../../ui/select.js';
import { useToast } from '../../../ui/toast.js';
import { supportDistrictMutation } from '../api/support-district.js';

interface AskDistrictProps {
  initiativeId: string;
  /** It may not be support that was given. */
  stance?: boolean;
  /** Said, or would rather not be. */
  onAnswered: () => void;
}

/** Where whoever has just supported it lives: asked once, and to be left unanswered. */
export default function AskDistrict({ initiativeId, stance, onAnswered }: AskDistrictProps) {
  const { t } = useTranslation('residence');
  const { slug } = useMunicipality();
  const toast = useToast();
  const districts = useQuery(districtsQuery(slug)).data?.items ?? [];
  const { mutateAsync } = useMutation(supportDistrictMutation(slug, initiativeId));
  const form = useForm({
    initial: { districtId: '' },
    submit: ({ districtId }) => mutateAsync(districtId || null),
    done: () => {
      onAnswered();
      toast(t(form.values.districtId ? 'thanks' : 'skipped'));
    },
  });
  const skip = useAction(async () => {
    await mutateAsync(null);
    onAnswered();
    toast(t('skipped'));
  });
  return (
    <section aria-labelledby="lives" className="mv-flow">
      <Heading level={3} size="2xs" id="lives">
        {t('ask')}
      </Heading>
      <p className="mv-note">{t(stance ? 'whatStance' : 'what')}</p>
      <Form
        form={form}
        submit={t('save')}
        secondary={
          <Button variant="tertiary" busy={skip.busy} onClick={skip.act}>
            {t('skip')}
          </Button>
        }
      >
        <Select
          {...form.field('districtId', t('label'))}
          options={districts
            .filter(({ retired }) => !retired)
            .map(({ id, name }) => ({ value: id, label: name }))}
          placeholder={t('choose')}
          optional
        />
      </Form>
    </section>
  );
}
