import { LIMITS } from '@medvind/contracts';
import type { Schema } from '@medvind/api-client';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.js';
import { ApiProblem } from '../../lib/api-problem.js';
import { districtMapQuery, districtsQuery } from '../../lib/districts.js';
import { useForm } from '../../lib/form.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import { namedFields } from '../../lib/named-fields.js';
import type { LoadContext } from '../../lib/page.js';
import { Button } from '../../ui/button.js';
import { Checkbox } from '../../ui/checkbox.js';
import { Dialog } from '../../ui/dialog.js';
import { EmptyState } from '../../ui/empty-state.js';
import { described, FieldFrame, type FieldBase } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { Heading } from '../../ui/heading.js';
import { DistrictMap } from '../../ui/map/district-map.js';
import { Page } from '../../ui/page.js';
import { Tag } from '../../ui/tag.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { editDistrictMutation, importDistrictsMutation } from './api/districts.js';
import { settingsQuery } from './api/settings.js';

// Districts are no secret, but this page is the administrators': who may not read the settings may not be here.
export const load = ({ params: { municipality = '' }, get }: LoadContext) =>
  Promise.all([
    get(districtsQuery(municipality)),
    get(districtMapQuery(municipality)),
    get(settingsQuery(municipality)),
  ]);

export default function AdminDistrictsPage() {
  const { t } = useTranslation('districts');
  const { t: administration } = useTranslation('administration');
  const { slug, language } = useMunicipality();
  const path = usePath();
  useSuspenseQuery(settingsQuery(slug));
  const { items } = useSuspenseQuery(districtsQuery(slug)).data;
  const { items: areas } = useSuspenseQuery(districtMapQuery(slug)).data;
  return (
    <Page
      title={t('title')}
      lead={t('admin.lead')}
      breadcrumbs={[{ label: administration('title'), to: path('admin') }]}
      hidden
    >
      {items.length === 0 ? (
        <EmptyState title={t('none')}>{t('admin.noneText')}</EmptyState>
      ) : (
        <div className="mv-districts">
          <DistrictMap areas={areas} label={t('admin.map')} />
          <ul>
            {items.map((district) => (
              <li key={district.id}>
                <span lang={language}>
                  {district.number && `${district.number}. `}
                  {district.name} {district.retired && <Tag>{t('admin.retired')}</Tag>}
                </span>
                <EditButton district={district} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <Import />
    </Page>
  );
}

function Import() {
  const { t } = useTranslation('districts');
  const { slug } = useMunicipality();
  const toast = useToast();
  const [sent, setSent] = useState(0);
  const { mutateAsync } = useMutation(importDistrictsMutation(slug));
  const form = useForm({
    initial: { file: null as File | null },
    submit: (values) => {
      // The API refuses it as well, but only after all of it has been sent.
      if (values.file && values.file.size > LIMITS.documentBytes) throw tooLarge;
      return mutateAsync(values);
    },
    done: ({ added, redrawn }) => {
      setSent(sent + 1);
      toast(t('admin.imported', { added, redrawn }));
    },
  });
  return (
    <section className="mv-panel" aria-labelledby="import-districts">
      <Heading level={2} size="xs" id="import-districts">
        {t('admin.import')}
      </Heading>
      <p>{t('admin.importText')}</p>
      <Form form={form} submit={t('admin.importSubmit')}>
        {/* Once sent, the file is chosen no more. */}
        <GeoJsonField key={sent} {...form.field('file', t('admin.file'))} hint={t('admin.fileHint')} />
      </Form>
    </section>
  );
}

function GeoJsonField({ value: _value, onChange, ...base }: FieldBase<File | null>) {
  return (
    <FieldFrame {...base}>
      <input
        className="ds-input mv-file"
        type="file"
        accept=".geojson,.json,application/geo+json"
        onChange={(event) => onChange(event.target.files?.[0] ?? null)}
        {...described(base)}
      />
    </FieldFrame>
  );
}

const tooLarge = new ApiProblem({
  code: 'too-large',
  status: 413,
  details: { fields: [{ field: 'file', code: 'file-too-large', limits: { max: LIMITS.documentBytes } }] },
});

function EditButton({ district }: { district: Schema<'DistrictView'> }) {
  const { t } = useTranslation('districts');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="tertiary"
        size="sm"
        aria-label={t('admin.editOf', { name: district.name })}
        onClick={() => setOpen(true)}
      >
        {t('admin.edit')}
      </Button>
      {open && <EditDistrict district={district} onClose={() => setOpen(false)} />}
    </>
  );
}

function EditDistrict({ district, onClose }: { district: Schema<'DistrictView'>; onClose: () => void }) {
  const { t } = useTranslation('districts');
  const { slug } = useMunicipality();
  const toast = useToast();
  const { mutateAsync } = useMutation(editDistrictMutation(slug, district.id));
  const form = useForm({
    initial: { name: district.name, number: district.number ?? '', retired: district.retired },
    submit: (values) => mutateAsync(values),
    done: ({ name }) => {
      toast(t('admin.edited', { name }));
      onClose();
    },
  });
  const { form: named, field } = namedFields(form, district.id);
  return (
    <Dialog title={t('admin.editTitle')} onClose={onClose}>
      <Form form={named} submit={t('admin.save')}>
        <TextField {...field('name', t('admin.name'))} autoComplete="off" />
        <TextField {...field('number', t('admin.number'))} width="short" optional />
        <Checkbox {...field('retired', t('admin.retire'))} hint={t('admin.retireHint')} />
      </Form>
    </Dialog>
  );
}
