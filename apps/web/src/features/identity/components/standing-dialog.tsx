import type { Schema } from '@medvind/api-client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { districtsQuery } from '../../../lib/districts.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Button } from '../../../ui/button.js';
import { CheckboxGroup } from '../../../ui/choices.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { Select } from '../../../ui/select.js';
import { TextField } from '../../../ui/text-field.js';
import { useToast } from '../../../ui/toast.js';
import type { Member } from '../api/members.js';
import { confirmStandingMutation, standingQuery } from '../api/standing.js';

const GROUPS = ['resident', 'voter', 'owner', 'service-user', 'organisation'] as const;

interface StandingProps {
  member: Member;
  onClose: () => void;
}

/** What somebody was seen to be, at a desk or in the register. */
export default function StandingDialog({ member, onClose }: StandingProps) {
  const { t } = useTranslation('administration');
  const { slug } = useMunicipality();
  const { data } = useQuery(standingQuery(slug, member.id));
  return (
    <Dialog title={t('standing.title', { name: member.name })} onClose={onClose}>
      {data && <StandingForm member={member} standing={data} onClose={onClose} />}
    </Dialog>
  );
}

function StandingForm({ member, standing, onClose }: StandingProps & { standing: Schema<'StandingView'> }) {
  const { t } = useTranslation('administration');
  const { slug } = useMunicipality();
  const toast = useToast();
  const districts = useQuery(districtsQuery(slug)).data?.items ?? [];
  const { mutateAsync } = useMutation(confirmStandingMutation(slug, member.id));
  const form = useForm({
    initial: {
      groups: standing.groups as string[],
      bornOn: standing.bornOn ?? '',
      districtId: standing.district?.id ?? '',
    },
    submit: ({ groups, bornOn, districtId }) =>
      mutateAsync({
        groups: GROUPS.filter((group) => groups.includes(group)),
        bornOn: bornOn || null,
        districtId: districtId || null,
      }),
    done: () => {
      onClose();
      toast(t('standing.done'));
    },
  });
  return (
    <Form
      form={form}
      submit={t('standing.submit')}
      secondary={
        <Button variant="tertiary" onClick={onClose}>
          {t('app:form.cancel')}
        </Button>
      }
    >
      <p>{t('standing.lead')}</p>
      <CheckboxGroup
        {...form.field('groups', t('standing.groups'))}
        options={GROUPS.map((value) => ({ value, label: t(`standing.group.${value}`) }))}
      />
      <TextField
        {...form.field('bornOn', t('standing.bornOn'))}
        hint={t('standing.bornHint')}
        type="date"
        width="short"
        optional
      />
      {districts.length > 0 && (
        <Select
          {...form.field('districtId', t('standing.district'))}
          hint={t('standing.districtHint')}
          options={districts
            .filter(({ id, retired }) => !retired || id === standing.district?.id)
            .map(({ id, name }) => ({ value: id, label: name }))}
          placeholder={t('standing.noDistrict')}
          optional
        />
      )}
    </Form>
  );
}
