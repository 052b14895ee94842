import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { districtsQuery } from '../../../lib/districts.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Form } from '../../../ui/form.js';
import { Heading } from '../../../ui/heading.js';
import { Select } from '../../../ui/select.js';
import { useToast } from '../../../ui/toast.js';
import { liveInMutation, ownStandingQuery } from '../api/own-district.js';

/** Where the reader lives, as they say or the municipality saw to it. Nothing, where there are no districts. */
export function OwnDistrict() {
  const { t } = useTranslation('residence');
  const { slug } = useMunicipality();
  const { district } = useSuspenseQuery(ownStandingQuery(slug)).data;
  const { items } = useSuspenseQuery(districtsQuery(slug)).data;
  if (items.length === 0) return null;
  return (
    <section className="mv-section" aria-labelledby="home">
      <Heading level={2} id="home">
        {t('title')}
      </Heading>
      {district?.confirmed ? <p>{t('confirmed', { district: district.name })}</p> : <DistrictForm />}
    </section>
  );
}

function DistrictForm() {
  const { t } = useTranslation('residence');
  const { slug } = useMunicipality();
  const toast = useToast();
  const { district } = useSuspenseQuery(ownStandingQuery(slug)).data;
  const { items } = useSuspenseQuery(districtsQuery(slug)).data;
  const { mutateAsync } = useMutation(liveInMutation(slug));
  const form = useForm({
    initial: { districtId: district?.id ?? '' },
    submit: ({ districtId }) => mutateAsync(districtId || null),
    after: 'keep',
    done: () => toast(t('saved')),
  });
  return (
    <>
      <p>{t('lead')}</p>
      <Form form={form} submit={t('save')}>
        <Select
          {...form.field('districtId', t('label'))}
          options={items
            .filter(({ id, retired }) => !retired || id === district?.id)
            .map(({ id, name }) => ({ value: id, label: name }))}
          placeholder={t('none')}
          optional
        />
      </Form>
    </>
  );
}
