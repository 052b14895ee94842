import { LIMITS } from '@medvind/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useTranslation } from '../../../i18n/use-translation.js';
import { ApiProblem } from '../../../lib/api-problem.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { Details } from '../../../ui/details.js';
import { Form } from '../../../ui/form.js';
import { TextArea } from '../../../ui/text-area.js';
import { beginImportMutation } from '../api/begin-import.js';
import { importQuery } from '../api/imports.js';
import { FileField } from './file-field.js';

/** A document, as a file or pasted; what it says is looked at before anything is published. */
export function ImportForm() {
  const { t } = useTranslation('imports');
  const { slug } = useMunicipality();
  const path = usePath();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { mutateAsync } = useMutation(beginImportMutation(slug));
  const form = useForm({
    draft: 'policy-import',
    initial: { file: null as File | null, text: '' },
    secret: ['file'],
    submit: (values) => {
      // The API refuses it as well, but only after all of it has been sent.
      if (values.file && values.file.size > LIMITS.documentBytes) throw tooLarge;
      return mutateAsync(values);
    },
    done: (draft) => {
      client.setQueryData(importQuery(slug, draft.id).queryKey, draft);
      void client.invalidateQueries({ queryKey: ['policy-imports', slug] });
      void navigate(path('staff', 'policies', 'imports', draft.id));
    },
  });
  const file = form.field('file', t('form.file'));
  const text = form.field('text', t('form.text'));
  const pasted = form.values.file === null && form.values.text.trim() !== '';
  return (
    <Form form={form} submit={t('form.submit')} label={t('form.title')}>
      <FileField
        {...file}
        problem={pasted ? undefined : file.problem}
        hint={t('form.fileHint')}
        accept=".txt,.md,.markdown,text/plain,text/markdown"
      />
      <Details summary={t('form.paste')} open={form.values.text !== ''}>
        <TextArea
          {...text}
          problem={pasted ? file.problem : undefined}
          hint={t('form.textHint')}
          optional
          rows={10}
        />
      </Details>
    </Form>
  );
}

const tooLarge = new ApiProblem({
  code: 'too-large',
  status: 413,
  details: { fields: [{ field: 'file', code: 'file-too-large', limits: { max: LIMITS.documentBytes } }] },
});
