import type { Schema } from '@medvind/api-client';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.js';
import { useForm, type Field } from '../../lib/form.js';
import { namedFields } from '../../lib/named-fields.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Form } from '../../ui/form.js';
import { Heading } from '../../ui/heading.js';
import { Page } from '../../ui/page.js';
import { RadioGroup } from '../../ui/choices.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { settingsQuery } from './api/settings.js';
import { addUnitMutation, editUnitMutation, unitsQuery } from './api/units.js';

const KINDS = ['council', 'executive', 'committee', 'department', 'company'] as const;

const kindOf = (kind: string) => KINDS.find((known) => known === kind) ?? 'department';

// Units are no secret, but this page is the administrators': who may not read the settings may not be here.
export const load = ({ params: { municipality = '' }, get }: LoadContext) =>
  Promise.all([get(unitsQuery(municipality)), get(settingsQuery(municipality))]);

export default function UnitsPage() {
  const { t } = useTranslation('administration');
  const { slug, language } = useMunicipality();
  const path = usePath();
  useSuspenseQuery(settingsQuery(slug));
  const { items } = useSuspenseQuery(unitsQuery(slug)).data;
  return (
    <Page
      title={t('units.title')}
      lead={t('units.lead')}
      width="text"
      breadcrumbs={[{ label: t('title'), to: path('admin') }]}
      hidden
    >
      {items.length === 0 && <EmptyState title={t('units.none')}>{t('units.noneText')}</EmptyState>}
      {KINDS.map((kind) => {
        const units = items.filter((unit) => unit.kind === kind);
        if (units.length === 0) return null;
        return (
          <section key={kind} className="mv-units" aria-labelledby={`units-${kind}`}>
            <Heading level={2} size="2xs" id={`units-${kind}`}>
              {t(`units.kind.${kind}`)}
            </Heading>
            <ul>
              {units.map((unit) => (
                <li key={unit.id}>
                  <span lang={language}>{unit.name}</span>
                  <EditButton unit={unit} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      <AddUnit />
    </Page>
  );
}

function AddUnit() {
  const { t } = useTranslation('administration');
  const { slug } = useMunicipality();
  const client = useQueryClient();
  const toast = useToast();
  const { mutateAsync } = useMutation(addUnitMutation(slug));
  const form = useForm({
    draft: `unit:${slug}`,
    initial: { name: '', kind: 'department' },
    submit: ({ name, kind }) => mutateAsync({ name, kind: kindOf(kind) }),
    done: async ({ name }) => {
      await client.invalidateQueries({ queryKey: unitsQuery(slug).queryKey });
      toast(t('units.added', { name }));
    },
  });
  return (
    <section className="mv-panel" aria-labelledby="add-unit">
      <Heading level={2} size="xs" id="add-unit">
        {t('units.add')}
      </Heading>
      <Form form={form} submit={t('units.addSubmit')}>
        <TextField {...form.field('name', t('units.name'))} autoComplete="off" />
        <KindField {...form.field('kind', t('units.kindLabel'))} />
      </Form>
    </section>
  );
}

function KindField(field: Field<string>) {
  const { t } = useTranslation('administration');
  return (
    <RadioGroup {...field} options={KINDS.map((kind) => ({ value: kind, label: t(`units.one.${kind}`) }))} />
  );
}

function EditButton({ unit }: { unit: Schema<'UnitView'> }) {
  const { t } = useTranslation('administration');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="tertiary"
        size="sm"
        aria-label={t('units.editOf', { name: unit.name })}
        onClick={() => setOpen(true)}
      >
        {t('units.edit')}
      </Button>
      {open && <EditUnit unit={unit} onClose={() => setOpen(false)} />}
    </>
  );
}

function EditUnit({ unit, onClose }: { unit: Schema<'UnitView'>; onClose: () => void }) {
  const { t } = useTranslation('administration');
  const { slug } = useMunicipality();
  const client = useQueryClient();
  const toast = useToast();
  const { mutateAsync } = useMutation(editUnitMutation(slug, unit.id));
  const form = useForm({
    initial: { name: unit.name, kind: unit.kind as string },
    submit: ({ name, kind }) => mutateAsync({ name, kind: kindOf(kind) }),
    done: async ({ name }) => {
      await client.invalidateQueries({ queryKey: unitsQuery(slug).queryKey });
      toast(t('units.edited', { name }));
      onClose();
    },
  });
  const { form: named, field } = namedFields(form, unit.id);
  return (
    <Dialog title={t('units.editTitle')} onClose={onClose}>
      <p>{t('units.editText')}</p>
      <Form form={named} submit={t('units.save')}>
        <TextField {...field('name', t('units.name'))} autoComplete="off" />
        <KindField {...field('kind', t('units.kindLabel'))} />
      </Form>
    </Dialog>
  );
}
