import { LIMITS } from '@medvind/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { ApiProblem } from '../../../lib/api-problem.js';
import { useForm } from '../../../lib/form.js';
import { missing } from '../../../lib/form-store.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Alert } from '../../../ui/alert.js';
import { Button } from '../../../ui/button.js';
import { described, FieldFrame } from '../../../ui/field.js';
import { useProblemText } from '../../../ui/problem-text.js';
import { TextField } from '../../../ui/text-field.js';
import { useToast } from '../../../ui/toast.js';
import { addPictureMutation, picturesQuery, removePictureMutation } from '../api/pictures.js';
import { Picture } from './pictures.js';

interface PictureFieldProps {
  /** Of the draft, once it is saved. */
  initiativeId: string | undefined;
  /** Saves what is written, so that there is a draft for a picture to belong to. */
  saved: () => Promise<string>;
  most: number;
}

/** A few pictures of a draft, each with what it shows in words. It stands in a form and is none itself. */
export default function PictureField({ initiativeId, saved, most }: PictureFieldProps) {
  const { t } = useTranslation('proposing');
  const { slug } = useMunicipality();
  const { data } = useQuery({
    ...picturesQuery(slug, initiativeId ?? ''),
    enabled: initiativeId !== undefined,
  });
  const [adding, setAdding] = useState(false);
  const pictures = data?.items ?? [];
  return (
    <fieldset className="mv-choices">
      <legend className="ds-label" data-weight="medium">
        {t('pictures.title')} <span className="mv-optional">{t('app:form.optional')}</span>
      </legend>
      <div className="mv-check-hint">{t('pictures.hint', { count: most })}</div>
      {initiativeId && pictures.length > 0 && (
        <ul className="mv-pictures">
          {pictures.map((picture) => (
            <li key={picture.id}>
              <Picture picture={picture} />
              <Remove initiativeId={initiativeId} saved={saved} id={picture.id} alt={picture.alt} />
            </li>
          ))}
        </ul>
      )}
      {adding ? (
        <NewPicture saved={saved} onClose={() => setAdding(false)} />
      ) : (
        pictures.length < most && (
          <div>
            <Button variant="secondary" size="sm" icon="plus" onClick={() => setAdding(true)}>
              {t('pictures.add')}
            </Button>
          </div>
        )
      )}
    </fieldset>
  );
}

interface RemoveProps extends Pick<PictureFieldProps, 'saved'> {
  initiativeId: string;
  id: string;
  alt: string;
}

function Remove({ initiativeId, saved, id, alt }: RemoveProps) {
  const { t } = useTranslation('proposing');
  const { slug } = useMunicipality();
  const { mutateAsync } = useMutation(removePictureMutation(slug, initiativeId));
  const remove = useAction(async () => {
    await saved();
    await mutateAsync(id);
  });
  return (
    <Button
      variant="tertiary"
      size="sm"
      busy={remove.busy}
      onClick={remove.act}
      aria-label={t('pictures.removeOf', { alt })}
    >
      {t('pictures.remove')}
    </Button>
  );
}

function NewPicture({ saved, onClose }: Pick<PictureFieldProps, 'saved'> & { onClose: () => void }) {
  const { t, language } = useTranslation('proposing');
  const { slug } = useMunicipality();
  const toast = useToast();
  const problemText = useProblemText();
  const chooser = useRef<HTMLInputElement>(null);
  const { mutateAsync } = useMutation(addPictureMutation(slug));
  const form = useForm({
    within: 'picture',
    initial: { file: null as File | null, alt: '' },
    check: (values) => [
      ...(values.file ? [] : [{ field: 'file', code: 'required' as const }]),
      ...missing(values, 'alt'),
    ],
    submit: async ({ file, alt }) => {
      if (file && file.size > LIMITS.imageBytes) throw tooLarge;
      return mutateAsync({ initiativeId: await saved(), file, alt });
    },
    after: 'keep',
    done: () => {
      toast(t('pictures.added'));
      onClose();
    },
  });
  const { value: _file, onChange, ...base } = form.field('file', t('pictures.file'));
  return (
    <div className="mv-flow">
      <FieldFrame {...base} hint={t('pictures.fileHint')}>
        <input
          className="ds-input mv-file"
          ref={chooser}
          type="file"
          accept="image/jpeg,image/png,image/webp"
          onChange={(event) => onChange(event.target.files?.[0] ?? null)}
          {...described({ ...base, hint: true })}
        />
      </FieldFrame>
      <TextField {...form.field('alt', t('pictures.alt'))} hint={t('pictures.altHint')} published />
      {form.problem && form.problem.fields.length === 0 && (
        <Alert tone="danger" live>
          {problemText(form.problem)}
        </Alert>
      )}
      <div className="mv-actions" lang={language}>
        <Button variant="secondary" busy={form.busy} onClick={() => form.onSubmit()}>
          {t('pictures.submit')}
        </Button>
        <Button variant="tertiary" onClick={onClose}>
          {t('app:form.cancel')}
        </Button>
      </div>
    </div>
  );
}

const tooLarge = new ApiProblem({
  code: 'too-large',
  status: 413,
  details: { fields: [{ field: 'file', code: 'file-too-large', limits: { max: LIMITS.imageBytes } }] },
});
