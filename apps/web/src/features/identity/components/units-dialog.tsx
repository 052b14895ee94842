import type { Schema } from '@medvind/api-client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Button } from '../../../ui/button.js';
import { CheckboxGroup } from '../../../ui/choices.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { useToast } from '../../../ui/toast.js';
import type { Member } from '../api/members.js';
import { assignUnitsMutation, memberUnitsQuery } from '../api/units.js';

interface UnitsProps {
  member: Member;
  onClose: () => void;
}

/** Which units somebody works in: what is theirs is listed as that person's unit's. */
export default function UnitsDialog({ member, onClose }: UnitsProps) {
  const { t } = useTranslation('administration');
  const { slug } = useMunicipality();
  const { data } = useQuery(memberUnitsQuery(slug, member.id));
  return (
    <Dialog title={t('memberUnits.title', { name: member.name })} onClose={onClose}>
      {data &&
        (data.units.length > 0 ? (
          <UnitsForm member={member} held={data} onClose={onClose} />
        ) : (
          <p>{t('memberUnits.none')}</p>
        ))}
    </Dialog>
  );
}

function UnitsForm({ member, held, onClose }: UnitsProps & { held: Schema<'MemberUnits'> }) {
  const { t } = useTranslation('administration');
  const { slug, language } = useMunicipality();
  const toast = useToast();
  const { mutateAsync } = useMutation(assignUnitsMutation(slug, member.id));
  const form = useForm({
    initial: { unitIds: held.unitIds },
    submit: ({ unitIds }) => mutateAsync(unitIds),
    done: () => {
      onClose();
      toast(t('memberUnits.done', { name: member.name }));
    },
  });
  return (
    <Form
      form={form}
      submit={t('memberUnits.save')}
      secondary={
        <Button variant="tertiary" onClick={onClose}>
          {t('app:form.cancel')}
        </Button>
      }
    >
      <p>{t('memberUnits.lead')}</p>
      <div lang={language}>
        <CheckboxGroup
          {...form.field('unitIds', t('memberUnits.label'))}
          options={held.units.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
    </Form>
  );
}
