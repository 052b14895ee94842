import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useSession } from '../../../lib/session.js';
import { useAction } from '../../../ui/action.js';
import { Button } from '../../../ui/button.js';
import { Form } from '../../../ui/form.js';
import { Heading } from '../../../ui/heading.js';
import { Select } from '../../../ui/select.js';
import { TextField } from '../../../ui/text-field.js';
import { Time } from '../../../ui/time.js';
import { useToast } from '../../../ui/toast.js';
import { caseChoicesQuery, changeCaseMutation, type Case } from '../api/cases.js';

const valuesOf = ({ unit, assignee, caseNumber }: Case) => ({
  unitId: unit?.id ?? '',
  assigneeId: assignee?.id ?? '',
  caseNumber,
});

/** Which unit and who in it deals with the initiative, and its number in the council's own system. */
export function CaseForm({ file }: { file: Case }) {
  const { t } = useTranslation('initiative-cases');
  const { slug } = useMunicipality();
  const { person } = useSession();
  const toast = useToast();
  const { units, colleagues } = useSuspenseQuery(caseChoicesQuery(slug)).data;
  const { mutateAsync } = useMutation(changeCaseMutation(slug, file.id));
  const send = ({ unitId, assigneeId, caseNumber }: ReturnType<typeof valuesOf>) =>
    mutateAsync({ unitId: unitId || null, assigneeId: assigneeId || null, caseNumber });
  const form = useForm({
    initial: valuesOf(file),
    submit: send,
    after: 'keep',
    done: () => toast(t('case.saved')),
  });
  const take = useAction(async () => {
    const changed = await send({ ...form.values, assigneeId: person?.id ?? '' });
    form.reset(valuesOf(changed));
    toast(t('case.taken'));
  });
  // Whoever has it may not work here any more.
  const people =
    file.assignee && !colleagues.some(({ id }) => id === file.assignee?.id)
      ? [...colleagues, file.assignee]
      : colleagues;
  return (
    <section className="mv-panel mv-flow" aria-labelledby="case">
      <Heading level={2} size="xs" id="case">
        {t('case.title')}
      </Heading>
      <Form
        form={form}
        submit={t('case.save')}
        saves
        secondary={
          person &&
          !file.assignee && (
            <Button variant="secondary" busy={take.busy} onClick={take.act}>
              {t('case.take')}
            </Button>
          )
        }
      >
        <Select
          {...form.field('unitId', t('case.unit'))}
          hint={file.unitProposed && file.unit ? t('case.proposed') : undefined}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          placeholder={t('noUnit')}
          optional
        />
        <Select
          {...form.field('assigneeId', t('case.assignee'))}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          placeholder={t('nobody')}
          optional
        />
        <TextField
          {...form.field('caseNumber', t('case.number'))}
          hint={t('case.numberHint')}
          width="short"
          autoComplete="off"
          optional
        />
      </Form>
      <p className="mv-note">
        {file.toldAt ? (
          <>
            {t('case.told')} <Time at={file.toldAt} />
          </>
        ) : (
          t('case.toldWhen')
        )}
      </p>
    </section>
  );
}
