import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { CheckboxGroup } from '../../../ui/choices.js';
import { Details } from '../../../ui/details.js';
import { Form } from '../../../ui/form.js';
import { useToast } from '../../../ui/toast.js';
import { caseChoicesQuery, ownUnitsMutation } from '../api/cases.js';

/** Which units are one's own: what is theirs is listed as one's unit's. */
export function OwnUnits() {
  const { t } = useTranslation('initiative-cases');
  const { slug, language } = useMunicipality();
  const toast = useToast();
  const { units, ownUnitIds } = useSuspenseQuery(caseChoicesQuery(slug)).data;
  const { mutateAsync } = useMutation(ownUnitsMutation(slug));
  const form = useForm({
    initial: { unitIds: ownUnitIds },
    submit: ({ unitIds }) => mutateAsync(unitIds),
    after: 'keep',
    done: () => toast(t('units.saved')),
  });
  if (units.length === 0) return null;
  return (
    <Details summary={t('units.title')}>
      <Form form={form} submit={t('units.save')} saves>
        <div lang={language}>
          <CheckboxGroup
            {...form.field('unitIds', t('units.label'))}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
      </Form>
    </Details>
  );
}
